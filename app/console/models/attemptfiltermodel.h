// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QSortFilterProxyModel>

namespace Signalbox {

class AttemptListModel;

/// The attempts of a list that belong to a segment and a subscription. Keeps their order.
class AttemptFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttemptFilterModel)

public:
    enum class Segment { All, Failed };

    explicit AttemptFilterModel(AttemptListModel &attempts, QObject *parent = nullptr);

    void setSegment(Segment segment);
    /// Empty: of all.
    void setSubscription(const QString &name);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    AttemptListModel &m_attempts;
    Segment m_segment = Segment::All;
    QString m_subscription;
};

} // namespace Signalbox
