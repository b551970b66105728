// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/models/newestfirstmodel.h"
#include "console/models/outboxitem.h"
#include "widgets/statuspill.h"

#include <QSet>

namespace Signalbox {

/// What was kept, sent or not, newest first. What nobody looked at yet carries a dot.
class OutboxListModel : public NewestFirstModel<OutboxItem, 5000>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutboxListModel)

public:
    enum Column { To, Topic, Delivery, Caught, ColumnCount };

    explicit OutboxListModel(QObject *parent = nullptr);

    void take(const QList<Admin::Message> &messages);
    [[nodiscard]] const OutboxItem &itemAt(int row) const { return rows().at(row); }
    /// Of the message \a messageId; -1 when it is not there.
    [[nodiscard]] int rowOf(const QByteArray &messageId) const;
    /// What became of an item, in words and colour.
    [[nodiscard]] static StateBadge badgeOf(const OutboxItem &item);
    /// Somebody looked at the item of \a row.
    void setRead(int row);
    [[nodiscard]] int mailCount() const { return m_mails; }
    [[nodiscard]] int smsCount() const { return m_texts; }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    void counted(const OutboxItem &item, int step) override;

private:
    [[nodiscard]] static QString text(const OutboxItem &item, int column);

    QSet<QByteArray> m_read;
    int m_mails = 0;
    int m_texts = 0;
};

} // namespace Signalbox
