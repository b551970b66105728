// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/models/bynamemodel.h"
#include "widgets/table/tablecolumn.h"

namespace Signalbox {

/// The topics of an endpoint, by name, with what a list shows of them.
class TopicListModel : public ByNameModel<Admin::Topic>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicListModel)

public:
    enum Column { Name, State, Subscriptions, InPerS, Success, Published, ColumnCount };

    explicit TopicListModel(QObject *parent = nullptr);

    /// How a table shows the columns.
    [[nodiscard]] static QList<TableColumn> columns();

    /// Topics with a failing subscription.
    [[nodiscard]] int countFailing() const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] static QString text(const Admin::Topic &topic, int column);
    [[nodiscard]] static QVariant sortValue(const Admin::Topic &topic, int column);
    [[nodiscard]] static QString sentence(const Admin::Topic &topic);
};

} // namespace Signalbox
