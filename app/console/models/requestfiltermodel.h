// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QSortFilterProxyModel>

namespace Signalbox {

class RequestListModel;

/// The requests of a list that belong to a segment and contain a text. Keeps their order.
class RequestFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestFilterModel)

public:
    enum class Segment { All, Refused, Slow };

    explicit RequestFilterModel(RequestListModel &requests, QObject *parent = nullptr);

    void setSegment(Segment segment);
    /// Looks at the request's id, operation, resource, key, address, agent and error code.
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    RequestListModel &m_requests;
    Segment m_segment = Segment::All;
    QString m_text;
};

} // namespace Signalbox
