// SPDX-License-Identifier: GPL-3.0-only
#include "store/messagesearch.h"

#include <algorithm>

namespace Signalbox {

namespace {

constexpr int kChunk = 256; ///< Messages read at once; bounds what a search holds in memory.
constexpr qsizetype kShortestIdEnd = 4;
constexpr qsizetype kSequenceDigits = 16;

bool isHexadecimal(const QByteArray &text)
{
    return std::ranges::all_of(
        text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

QByteArray sequenceDigits(MessageSequence sequence)
{
    return QByteArray::number(sequence, 16).rightJustified(kSequenceDigits, '0');
}

} // namespace

MessageSearch::MessageSearch(const QByteArray &text)
    : m_text(text.toLower())
    , m_mayBeId(m_text.size() >= kShortestIdEnd && m_text.size() <= kSequenceDigits
                && isHexadecimal(m_text))
{
}

bool MessageSearch::isIn(const QByteArray &text) const
{
    return text.size() >= m_text.size() && text.toLower().contains(m_text);
}

bool MessageSearch::matches(const MessageRow &message) const
{
    if (isIn(message.body))
        return true;
    if (m_mayBeId && sequenceDigits(message.key.sequence).endsWith(m_text))
        return true;
    if (!message.groupId.isEmpty() && isIn(message.groupId.toUtf8()))
        return true;
    const auto hasText = [this](const MessageProperty &property) {
        return isIn(property.value.toUtf8());
    };
    if (std::ranges::any_of(message.userProperties, hasText)
        || std::ranges::any_of(message.systemProperties, hasText))
        return true;
    if (message.body.size() % 4 != 0)
        return false;
    const auto decoded =
        QByteArray::fromBase64Encoding(message.body, QByteArray::AbortOnBase64DecodingErrors);
    return decoded && isIn(*decoded);
}

BrowsePage searchMessages(SqlDialect &sql, const BrowseQuery &query, const QDeadlineTimer &deadline)
{
    const MessageSearch search(query.search);
    BrowseQuery chunk = query;
    chunk.limit = kChunk;
    chunk.withBodies = true;
    BrowsePage found;
    do {
        BrowsePage page = sql.browse(chunk, deadline);
        found.scanned += page.scanned;
        found.next = page.next;
        for (MessageRow &message : page.messages) {
            if (!search.matches(message))
                continue;
            if (found.messages.size() >= size_t(query.limit)) {
                // The page goes on behind the last one found; what follows is looked at again.
                const MessageRow &last = found.messages.back();
                found.next = {query.order == BrowseQuery::Order::NextVisible ? last.visibleAtMs
                                                                             : last.enqueuedAtMs,
                              last.key.sequence};
                return found;
            }
            if (!query.withBodies)
                message.body.clear();
            found.messages.push_back(std::move(message));
        }
        chunk.after = found.next;
    } while (found.next && !deadline.hasExpired() && !sql.failure());
    return found;
}

} // namespace Signalbox
