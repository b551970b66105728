// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "core/error.h"

#include <QAbstractTableModel>
#include <QList>

#include <functional>
#include <optional>

namespace Signalbox {

class AdminClient;

/// A queue's messages, newest first, read page by page without touching them. The list does not
/// move by itself: what came since is only counted, until reload(). Rows whose message left stay
/// and say so. GUI thread.
class MessageListModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageListModel)

public:
    enum Column { State, MessageId, Enqueued, Received, VisibleIn, Size, Body, ColumnCount };
    static constexpr int kPage = 100;

    MessageListModel(AdminClient &client, const QString &queueName, QObject *parent = nullptr);

    /// Shows only messages in \a state; none for all. Reads the first page again.
    void setState(std::optional<Admin::MessageState> state);
    /// Reads the first page again. Rows that are still there stay where they are and keep their
    /// selection.
    void reload();
    /// Looks at the newest messages to count those that are not in the list, and brings the state
    /// of rows up to date.
    void check();
    /// Broker time, on which the countdowns depend.
    void setBrokerNow(qint64 brokerNowMs);

    /// Takes rows out of the list whose messages were deleted.
    void forget(const QList<QByteArray> &messageIds);

    [[nodiscard]] const Admin::Message &messageAt(int row) const { return m_rows.at(row).message; }
    /// The message is no longer in the queue, or in the state that is shown.
    [[nodiscard]] bool isGone(int row) const { return m_rows.at(row).gone; }
    /// Messages that came since the first page was read; kPage means at least as many.
    [[nodiscard]] int newerCount() const { return m_newer; }
    [[nodiscard]] int rowOf(const QByteArray &messageId) const;
    /// There are no more messages behind the last row.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// The first page has come.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    /// Texts in another language: every cell reads differently.
    void retranslate();

signals:
    /// A page came in, or the question for it failed.
    void loaded();
    void failed(const Signalbox::Error &error);
    void newerCountChanged(int newer);

private:
    struct Row
    {
        Admin::Message message;
        QString preview; ///< The body in one line.
        bool gone = false;
    };

    void ask(const QString &cursor);
    void takeFirst(const Admin::BrowsePage &page);
    void takeNext(const Admin::BrowsePage &page);
    void takeCheck(const Admin::BrowsePage &page);
    void setNewerCount(int newer);
    void removeRowsWhere(const std::function<bool(const Row &)> &condition);
    [[nodiscard]] static Row rowOfMessage(const Admin::Message &message);
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] QVariant sortValue(const Row &row, int column) const;
    [[nodiscard]] QString sentence(const Row &row) const;

    AdminClient &m_client;
    QString m_queueName;
    std::optional<Admin::MessageState> m_state;
    QList<Row> m_rows;
    QString m_cursor;
    qint64 m_nowMs = 0;
    int m_question = 0; ///< Of the newest call: answers to earlier ones are dropped.
    int m_newer = 0;
    bool m_checking = false;
    bool m_loading = false;
    bool m_loaded = false;
    bool m_complete = true;
};

} // namespace Signalbox
