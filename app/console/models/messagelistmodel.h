// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/models/messagetablemodel.h"
#include "core/result.h"

#include <QFuture>

#include <optional>

namespace Signalbox {

class AdminClient;

/// A queue's messages, newest first, read page by page without touching them. The list does not
/// move by itself: what came since is only counted, until reload() or loadNewer(). Rows whose
/// message left stay and say so.
///
/// With a text to search for, the queue is looked through in bounded steps until enough was found:
/// searched() tells of each, stopSearch() ends it and keeps what was found. GUI thread.
class MessageListModel : public MessageTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageListModel)

public:
    static constexpr int kPage = 100;
    static constexpr int kMostFollowed = 5000; ///< Rows kept by loadNewer().
    /// Where scrolling on ends, so that memory does: at so many rows, or bytes of bodies.
    static constexpr int kMostRows = 20'000;
    static constexpr qint64 kMostBodyBytes = qint64(64) << 20;

    MessageListModel(AdminClient &client, const QString &queueName, QObject *parent = nullptr);
    ~MessageListModel() override;

    /// A search for such a text looks the message up.
    [[nodiscard]] static bool isMessageId(const QString &text);

    /// Shows only messages in \a state; none for all. Reads the first page again.
    void setState(std::optional<Admin::MessageState> state);
    /// Shows only messages with \a text in them, or the one with this id; empty for all.
    void setSearch(const QString &text);
    [[nodiscard]] const QString &search() const { return m_search; }
    /// Reads the first page again. Rows that are still there stay where they are and keep their
    /// selection.
    void reload();
    /// Brings the list up to date where it is: what came since is put to the top, rows whose
    /// message left go, the others stay, further pages too. With a search it is a reload().
    void refresh();
    /// Looks at the newest messages to count those that are not in the list, and brings the state
    /// of rows up to date: of the newest, and of \a shown, the ids of those that are in view.
    /// Reads the first page when there was no answer to that so far.
    void check(const QList<QByteArray> &shown = {});
    /// Puts what came since to the top, in batches; beyond kMostFollowed the oldest rows go.
    void loadNewer();

    /// Looking through the queue goes on at the moment.
    [[nodiscard]] bool isSearching() const { return m_searching; }
    void stopSearch();
    /// Messages that the search has looked at so far.
    [[nodiscard]] qint64 scannedCount() const { return m_scanned; }

    /// Messages that came since the first page was read; kPage means at least as many.
    [[nodiscard]] int newerCount() const { return m_newer; }
    /// There are no more messages behind the last row.
    [[nodiscard]] bool isComplete() const { return m_complete; }
    /// The list is as long as it gets, whatever is behind the last row.
    [[nodiscard]] bool isFull() const;
    [[nodiscard]] bool isLoading() const { return m_loading; }
    /// The first page has come.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    /// A page came in, or the question for it failed.
    void loaded();
    void failed(const Signalbox::Error &error);
    void newerCountChanged(int newer);
    /// A step of the search ended, or the search did.
    void searched();

private:
    void ask(const QString &cursor);
    /// Of a call for a page; gives its number.
    [[nodiscard]] int begin(const QFuture<void> &call);
    void fail(const Error &error, bool isFirst);
    void take(const Admin::BrowsePage &page, const QString &cursor);
    void takeFirst(const Admin::BrowsePage &page);
    void takeNext(const Admin::BrowsePage &page);
    void takeFound(const Admin::BrowsePage &page);
    /// The rows from \a first on begin where \a page does; gives the row behind the last one that
    /// was compared.
    int takeCheck(const Admin::BrowsePage &page, int first);
    void lookUp(const QList<QByteArray> &messageIds);
    void takeLookUp(const QList<QByteArray> &asked, const QList<Admin::Message> &found);
    /// Row \a row stands like \a message, which comes without body.
    void merge(int row, const Admin::Message &message);
    void askById();
    void askNewer(const QString &cursor);
    void takeNewer(const Admin::BrowsePage &page);
    void setNewerCount(int newer);
    void startOver();
    [[nodiscard]] Admin::BrowseQuery query(const QString &cursor) const;

    AdminClient &m_client;
    QString m_queueName;
    std::optional<Admin::MessageState> m_state;
    QString m_search;
    QString m_cursor;
    QList<Admin::Message> m_fresh; ///< Of loadNewer(), newest first, until they meet the list.
    qint64 m_scanned = 0;
    int m_wanted = 0; ///< Rows at which a search pauses.
    QFuture<void> m_asked; ///< The newest call for a page.
    QFuture<void> m_checked; ///< The newest call of check().
    QFuture<void> m_followed; ///< The newest call of loadNewer().
    int m_question = 0; ///< Of the newest call: answers to earlier ones are dropped.
    int m_newer = 0;
    bool m_searching = false;
    bool m_following = false; ///< A call of loadNewer() is under way.
    bool m_refreshing = false; ///< What left goes with the next answer of loadNewer().
    bool m_checking = false;
    bool m_loading = false;
    bool m_loaded = false;
    bool m_unanswered = false; ///< The endpoint was silent when the first page was asked for.
    bool m_complete = true;
};

} // namespace Signalbox
