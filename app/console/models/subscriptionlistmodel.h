// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/models/bynamemodel.h"
#include "widgets/table/tablecolumn.h"

namespace Signalbox {

/// The subscriptions of one topic, by name.
class SubscriptionListModel : public ByNameModel<Admin::Subscription>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SubscriptionListModel)

public:
    enum Column { Name, State, Tag, Waiting, Success, Took, Next, ColumnCount };

    explicit SubscriptionListModel(QObject *parent = nullptr);

    /// How a table shows the columns.
    [[nodiscard]] static QList<TableColumn> columns();

    /// Broker time, on which the time to the next try depends.
    void setNow(qint64 brokerNowMs);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] QString text(const Admin::Subscription &subscription, int column) const;

    qint64 m_nowMs = 0;
};

} // namespace Signalbox
