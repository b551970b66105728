// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/sqlitestatement.h"

namespace Signalbox {

// The columns of a message in the order that readMessage() reads them; body last, so that rows
// without it are cheap.
#define SIGNALBOX_MESSAGE_COLUMNS                                                                  \
    "id, lease_no, queue_id, state, priority, visible_at, enqueued_at, first_received_at, "        \
    "receive_count, holder, "                                                                      \
    "group_id, md5, size, properties, published_id, published_at, tag, origin, "                   \
    "body_id, body"

#define SIGNALBOX_LEASE                                                                            \
    "UPDATE messages SET state = 2, visible_at = ?, lease_no = lease_no + 1, "                     \
    "receive_count = receive_count + 1, first_received_at = CASE first_received_at WHEN 0 THEN ? " \
    "ELSE first_received_at END, holder = ?"

#define SIGNALBOX_STATUS                                                                           \
    "SELECT id, queue_id, state, lease_no, visible_at, enqueued_at, size, receive_count, "         \
    "group_id, body_id FROM messages"

// Several are listed as a JSON array.
#define SIGNALBOX_FOR_MESSAGES(text)                                                               \
    {                                                                                              \
        SqliteStatement{text " WHERE id = ?"}, SqliteStatement                                     \
        {                                                                                          \
            text " WHERE id IN (SELECT value FROM json_each(?))"                                   \
        }                                                                                          \
    }

/// The same for one message and for several; which of them is run, SqliteDialect::runFor() decides.
struct StatementForMessages
{
    SqliteStatement one;
    SqliteStatement several;
};

/// Every statement of the SQLite dialect, prepared on first use.
/// States: 0 ready, 1 delayed, 2 leased, 3 blocked. Partial indexes are named outright, so that a
/// statement which could not use its index fails when it is prepared instead of scanning.
struct SqliteStatements
{
    SqliteStatement begin{"BEGIN IMMEDIATE"};
    SqliteStatement commit{"COMMIT"};
    SqliteStatement rollback{"ROLLBACK"};

    SqliteStatement values{"SELECT key, value FROM settings"};
    SqliteStatement setValue{"INSERT INTO settings (key, value) VALUES (?, ?) "
                             "ON CONFLICT (key) DO UPDATE SET value = excluded.value"};

    SqliteStatement queues{"SELECT id, account, name, kind, delay, maximum_message_size, "
                           "retention, visibility_timeout, polling_wait, "
                           "logging_enabled, created_at, modified_at, ready, leased, delayed, "
                           "blocked, bytes, type, dead_letter_queue, max_receive_count FROM queues "
                           "ORDER BY account, name"};
    SqliteStatement insertQueue{"INSERT INTO queues (id, account, name, kind, delay, "
                                "maximum_message_size, retention, visibility_timeout, "
                                "polling_wait, logging_enabled, created_at, modified_at, "
                                "type, dead_letter_queue, max_receive_count) VALUES "
                                "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    SqliteStatement setQueueSettings{"UPDATE queues SET delay = ?, maximum_message_size = ?, "
                                     "retention = ?, visibility_timeout = ?, polling_wait = ?, "
                                     "logging_enabled = ?, dead_letter_queue = ?, "
                                     "max_receive_count = ?, modified_at = ? WHERE id = ?"};
    SqliteStatement setQueueName{"UPDATE queues SET name = ? WHERE id = ?"};
    SqliteStatement setQueueCounts{"UPDATE queues SET ready = ?, leased = ?, delayed = ?, blocked "
                                   "= ?, bytes = ? WHERE id = ?"};
    SqliteStatement removeQueue{"DELETE FROM queues WHERE id = ?"};

    SqliteStatement topics{"SELECT id, account, name, maximum_message_size, logging_enabled, "
                           "created_at, modified_at, type FROM topics"};
    SqliteStatement insertTopic{"INSERT INTO topics (id, account, name, maximum_message_size, "
                                "logging_enabled, created_at, modified_at, type) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"};
    SqliteStatement updateTopic{"UPDATE topics SET name = ?, maximum_message_size = ?, "
                                "logging_enabled = ?, modified_at = ? WHERE id = ?"};
    SqliteStatement removeTopic{"DELETE FROM topics WHERE id = ?"};
    SqliteStatement subscriptions{
        "SELECT id, topic_id, name, endpoint, strategy, format, filter_tag, dead_letter_queue, "
        "max_pushes_per_second, queue_id, paused, created_at, modified_at FROM subscriptions"};
    SqliteStatement insertSubscription{
        "INSERT INTO subscriptions (id, topic_id, name, endpoint, strategy, format, filter_tag, "
        "dead_letter_queue, max_pushes_per_second, queue_id, paused, created_at, modified_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    SqliteStatement updateSubscription{
        "UPDATE subscriptions SET name = ?, endpoint = ?, strategy = ?, format = ?, "
        "filter_tag = ?, dead_letter_queue = ?, max_pushes_per_second = ?, paused = ?, "
        "modified_at = ? WHERE id = ?"};
    SqliteStatement removeSubscription{"DELETE FROM subscriptions WHERE id = ?"};

    SqliteStatement insertMessage{"INSERT INTO messages (id, queue_id, state, priority, "
                                  "visible_at, enqueued_at, group_id, md5, size, properties, "
                                  "body_id, body, published_id, published_at, tag, origin) VALUES "
                                  "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
    SqliteStatement ready{"SELECT " SIGNALBOX_MESSAGE_COLUMNS
                          " FROM messages INDEXED BY messages_ready "
                          "WHERE state = 0 AND queue_id = ? ORDER BY priority, id LIMIT ?"};
    SqliteStatement readyBehind{
        "SELECT " SIGNALBOX_MESSAGE_COLUMNS " FROM messages INDEXED BY messages_ready "
        "WHERE state = 0 AND queue_id = ? AND priority = ? AND id > ? ORDER BY id LIMIT ?"};
    StatementForMessages lease = SIGNALBOX_FOR_MESSAGES(SIGNALBOX_LEASE);
    StatementForMessages status = SIGNALBOX_FOR_MESSAGES(SIGNALBOX_STATUS);
    StatementForMessages remove = SIGNALBOX_FOR_MESSAGES("DELETE FROM messages");
    SqliteStatement setVisibility{
        "UPDATE messages SET state = ?, visible_at = ?, lease_no = ? WHERE id = ?"};
    SqliteStatement unreceive{"UPDATE messages SET state = 0, receive_count = receive_count - 1, "
                              "first_received_at = CASE receive_count WHEN 1 THEN 0 ELSE "
                              "first_received_at END WHERE id = ?"};
    SqliteStatement promoteDelayed{
        "UPDATE messages SET state = 0 WHERE id IN (SELECT id FROM messages INDEXED BY "
        "messages_delayed "
        "WHERE state = 1 AND queue_id = ? AND visible_at <= ? ORDER BY visible_at LIMIT ?) "
        "RETURNING holder, group_id"};
    SqliteStatement promoteLeased{
        "UPDATE messages SET state = 0 WHERE id IN (SELECT id FROM messages INDEXED BY "
        "messages_leased "
        "WHERE state = 2 AND queue_id = ? AND visible_at <= ? ORDER BY visible_at LIMIT ?) "
        "RETURNING holder, group_id"};
    SqliteStatement firstDelayed{"SELECT visible_at FROM messages INDEXED BY messages_delayed "
                                 "WHERE state = 1 AND queue_id = ? ORDER BY visible_at LIMIT 1"};
    SqliteStatement firstLeased{"SELECT visible_at FROM messages INDEXED BY messages_leased "
                                "WHERE state = 2 AND queue_id = ? ORDER BY visible_at LIMIT 1"};
    SqliteStatement oldest{"SELECT enqueued_at FROM messages INDEXED BY messages_arrival "
                           "WHERE queue_id = ? ORDER BY enqueued_at, id LIMIT 1"};
    SqliteStatement lastEnqueuedBy{
        "SELECT id FROM messages INDEXED BY messages_arrival "
        "WHERE queue_id = ? AND enqueued_at <= ? ORDER BY enqueued_at DESC, id DESC LIMIT 1"};
    SqliteStatement nextReadyPriority{
        "SELECT priority FROM messages INDEXED BY messages_ready "
        "WHERE state = 0 AND queue_id = ? AND priority > ? ORDER BY priority LIMIT 1"};
    SqliteStatement removeEnqueuedBy{
        "DELETE FROM messages WHERE id IN (SELECT id FROM messages INDEXED BY messages_arrival "
        "WHERE queue_id = ? AND enqueued_at <= ? ORDER BY enqueued_at, id LIMIT ?) RETURNING "
        "state, size, group_id, body_id"};
    SqliteStatement moveMessages{
        "UPDATE messages SET queue_id = ? WHERE id IN (SELECT id FROM messages INDEXED BY "
        "messages_arrival "
        "WHERE queue_id = ? ORDER BY enqueued_at, id LIMIT ?) RETURNING state, size, group_id"};
    SqliteStatement moveMessage{"UPDATE messages SET queue_id = ? WHERE id = ? AND queue_id = ? "
                                "RETURNING state, size, group_id"};
    SqliteStatement rewrite{"UPDATE messages SET id = ?, queue_id = ?, state = ?, visible_at = ?, "
                            "lease_no = ?, enqueued_at = ?, first_received_at = ?, "
                            "receive_count = ?, holder = ?, properties = ?, origin = ? "
                            "WHERE id = ?"};

    SqliteStatement groupHead{"SELECT id, state FROM messages INDEXED BY messages_group "
                              "WHERE queue_id = ? AND group_id = ? ORDER BY id LIMIT 1"};
    SqliteStatement unblocked{
        "SELECT id, state FROM messages INDEXED BY messages_unblocked "
        "WHERE state <> 3 AND group_id IS NOT NULL AND queue_id = ? AND group_id = ?"};
    SqliteStatement blockedBehind{
        "SELECT " SIGNALBOX_MESSAGE_COLUMNS " FROM messages INDEXED BY messages_group "
        "WHERE queue_id = ? AND group_id = ? AND id > ? AND state = 3 ORDER BY id LIMIT ?"};
    SqliteStatement setState{"UPDATE messages SET state = ? WHERE id = ?"};
    SqliteStatement giveGroup{
        "UPDATE messages SET group_id = '' WHERE id = ? AND group_id IS NULL"};

    SqliteStatement newestEnqueued{"SELECT enqueued_at FROM messages ORDER BY id DESC LIMIT 1"};

    SqliteStatement insertBody{"INSERT INTO bodies (refs, body) VALUES (?, ?) RETURNING id"};
    SqliteStatement body{"SELECT body FROM bodies WHERE id = ?"};
    SqliteStatement dropBodyReference{"UPDATE bodies SET refs = refs - 1 WHERE id = ?"};
    SqliteStatement removeUnusedBody{"DELETE FROM bodies WHERE id = ? AND refs <= 0"};

    SqliteStatement trash{
        "SELECT trash.id, trash.kind, trash.account, trash.name, topic_name, thing_id, deleted_at, "
        "expires_at, doing, restore_to, total(ready + leased + delayed + blocked), total(bytes) "
        "FROM trash LEFT JOIN queues ON queues.id IN (SELECT thing_id UNION ALL "
        "SELECT queue_id FROM subscriptions WHERE subscriptions.id = thing_id "
        "OR (topic_id = thing_id AND substr(subscriptions.name, 1, 1) <> '/')) "
        "GROUP BY trash.id ORDER BY trash.id DESC"};
    SqliteStatement insertTrash{"INSERT INTO trash (kind, account, name, topic_name, thing_id, "
                                "deleted_at, expires_at, doing, restore_to) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"};
    SqliteStatement updateTrash{
        "UPDATE trash SET doing = ?, restore_to = ?, expires_at = ? WHERE id = ?"};
    SqliteStatement removeTrash{"DELETE FROM trash WHERE id = ?"};

    SqliteStatement pageNewest{
        "SELECT " SIGNALBOX_MESSAGE_COLUMNS " FROM messages INDEXED BY messages_arrival "
        "WHERE queue_id = ? AND (enqueued_at, id) < (?, ?) ORDER BY enqueued_at DESC, id DESC"};
    SqliteStatement pageOldest{
        "SELECT " SIGNALBOX_MESSAGE_COLUMNS " FROM messages INDEXED BY messages_arrival "
        "WHERE queue_id = ? AND (enqueued_at, id) > (?, ?) ORDER BY enqueued_at, id"};
    SqliteStatement pageNextDelayed{
        "SELECT " SIGNALBOX_MESSAGE_COLUMNS " FROM messages INDEXED BY messages_delayed "
        "WHERE state = 1 AND queue_id = ? AND (visible_at, id) > (?, ?) ORDER BY visible_at, id"};
    SqliteStatement pageNextLeased{
        "SELECT " SIGNALBOX_MESSAGE_COLUMNS " FROM messages INDEXED BY messages_leased "
        "WHERE state = 2 AND queue_id = ? AND (visible_at, id) > (?, ?) ORDER BY visible_at, id"};
    SqliteStatement message{"SELECT " SIGNALBOX_MESSAGE_COLUMNS
                            " FROM messages WHERE id = ? AND queue_id = ?"};
    /// One candidate per priority: the lowest id of each is also its oldest.
    SqliteStatement oldestReady{
        "SELECT enqueued_at FROM messages INDEXED BY messages_ready "
        "WHERE state = 0 AND queue_id = ? AND priority = ? ORDER BY id LIMIT 1"};
    SqliteStatement holders{
        "SELECT holder, count(*) FROM (SELECT holder FROM messages INDEXED BY messages_leased "
        "WHERE state = 2 AND queue_id = ? LIMIT ?) GROUP BY holder"};

    SqliteStatement rowsChanged{"SELECT total_changes()"};
    SqliteStatement copyLog{"PRAGMA wal_checkpoint(PASSIVE)"};
    SqliteStatement truncateLog{"PRAGMA wal_checkpoint(TRUNCATE)"};
    SqliteStatement reclaimSpace{"PRAGMA incremental_vacuum(256)"};
};

} // namespace Signalbox
