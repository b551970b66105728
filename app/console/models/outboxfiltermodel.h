// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QSortFilterProxyModel>

namespace Signalbox {

class OutboxListModel;

/// What was kept for one kind of channel. Keeps the order.
class OutboxFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutboxFilterModel)

public:
    enum class Segment { All, Mail, Sms, Other };

    explicit OutboxFilterModel(OutboxListModel &items, QObject *parent = nullptr);

    void setSegment(Segment segment);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    OutboxListModel &m_items;
    Segment m_segment = Segment::All;
};

} // namespace Signalbox
