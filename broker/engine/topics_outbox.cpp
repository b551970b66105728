// SPDX-License-Identifier: GPL-3.0-only
#include "engine/engine.h"
#include "engine/topics.h"

// What left for a mail address, a phone number or the like.

namespace Signalbox {

namespace {

constexpr int kMaxMessagesAtOnce = 1000;

Error noSuchMessage()
{
    return {ErrorCode::MessageNotExist,
            QStringLiteral("The outbox does not hold this message (any more).")};
}

} // namespace

void Topics::browseOutbox(const Caller &caller, BrowseQuery query, Done<BrowsePage> done)
{
    const auto outbox = m_outboxes.constFind(caller.account);
    if (outbox == m_outboxes.cend())
        return done(BrowsePage());
    query.queue = *outbox;
    m_store.browse(query, std::move(done));
}

void Topics::outboxMessage(const Caller &caller, const QByteArray &messageId, Done<MessageRow> done)
{
    const auto outbox = m_outboxes.constFind(caller.account);
    const Result<MessageSequence> sequence = m_engine.sequenceOf(messageId);
    if (outbox == m_outboxes.cend() || !sequence)
        return done(noSuchMessage());
    m_store.message(*outbox, *sequence, std::move(done));
}

void Topics::deleteFromOutbox(const Caller &caller, const QList<QByteArray> &messageIds,
                              Done<TrashEntry> done)
{
    const auto outbox = m_outboxes.constFind(caller.account);
    if (outbox == m_outboxes.cend())
        return done(noSuchMessage());
    const Result<std::vector<MessageSequence>> sequences =
        m_engine.sequencesOf(messageIds, kMaxMessagesAtOnce);
    if (!sequences)
        return done(sequences.error());
    m_store.trashMessages(*outbox, *sequences, std::move(done));
}

} // namespace Signalbox
