// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"

#include <QAbstractTableModel>
#include <QList>
#include <QSet>

#include <functional>

namespace Signalbox {

/// Messages as rows of a table: what each cell says. Where they come from is up to the class that
/// derives from it. GUI thread.
class MessageTableModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageTableModel)

public:
    enum Column {
        State,
        MessageId,
        Enqueued,
        Received,
        VisibleIn,
        Size,
        Priority,
        Group,
        Receiver,
        DeadLetterOf,
        Body,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Broker time, on which the countdowns depend.
    void setBrokerNow(qint64 brokerNowMs);
    /// After so many receives a message becomes a dead letter; 0: never. Rows near it say so.
    void setMaxReceives(int maxReceives);
    /// Takes rows out of the list whose messages were deleted or moved.
    void forget(const QList<QByteArray> &messageIds);

    [[nodiscard]] const Admin::Message &messageAt(int row) const { return m_rows.at(row).message; }
    /// The message is no longer in the queue, or in the state that is shown.
    /// Rows whose message is still there.
    [[nodiscard]] int presentCount() const;
    [[nodiscard]] bool isGone(int row) const { return m_rows.at(row).gone; }
    [[nodiscard]] int rowOf(const QByteArray &messageId) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// Texts in another language: every cell reads differently.
    void retranslate();

protected:
    /// What the bodies of all rows take in memory.
    [[nodiscard]] qint64 bodyBytes() const { return m_bodyBytes; }
    /// Puts \a messages in before \a row.
    void insertMessages(int row, const QList<Admin::Message> &messages);
    /// Row \a row is \a message now.
    void replaceMessage(int row, const Admin::Message &message);
    void setGone(int row, bool gone);
    void removeRowsWhere(const std::function<bool(int row)> &condition);
    /// Takes the rows behind \a count away.
    void keepFirst(int count);

private:
    struct Row
    {
        Admin::Message message;
        QString preview; ///< The body in one line.
        bool gone = false;
    };

    [[nodiscard]] static Row rowOfMessage(const Admin::Message &message);
    void rowChanged(int row);
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] QVariant sortValue(const Row &row, int column) const;
    [[nodiscard]] QString sentence(const Row &row) const;

    void forgetIds(int first, int last);

    QList<Row> m_rows;
    QSet<QByteArray> m_ids; ///< Of m_rows: most of what is looked for is not there.
    qint64 m_bodyBytes = 0; ///< Of the bodies in m_rows.
    qint64 m_nowMs = 0;
    int m_maxReceives = 0;
};

} // namespace Signalbox
