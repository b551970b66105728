// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/sqldialect.h"

namespace Signalbox {

/// Finds the messages of \a query.queue that \a query.search asks for. Bounded by its deadline and
/// by the limit of the query: the page says how many messages were looked at and where to go on.
/// A whole message id is looked up at once. \a databaseId are the 8 bytes that begin every id.
[[nodiscard]] BrowsePage searchMessages(SqlDialect &sql, const BrowseQuery &query,
                                        const QByteArray &databaseId,
                                        const QDeadlineTimer &deadline);

/// Decides about one message at a time.
///
/// A text is looked for in the body as it travelled, in the text behind a body that is Base64, in
/// property values and the group, in what was said for mail and SMS (subject, recipients), and as
/// the end of the message id; Latin letters match in either case. JSON values and tags are read
/// from bodies that are JSON (tags also from XML), or Base64 of that.
class MessageSearch
{
public:
    MessageSearch(const SearchQuery &query, const QByteArray &databaseId);

    [[nodiscard]] bool matches(const MessageRow &message) const;
    /// The message whose whole id the query names; absent when it names none, 0 when its id is none
    /// of this database.
    [[nodiscard]] std::optional<MessageSequence> wholeId() const;

private:
    [[nodiscard]] bool isIn(const QByteArray &text) const;
    [[nodiscard]] bool hasText(const MessageRow &message) const;
    /// Whether the text is in a value that a publisher said for mail or SMS.
    [[nodiscard]] bool isInAttribute(const MessageAttribute &attribute) const;
    [[nodiscard]] bool hasJsonValue(const QByteArray &body) const;
    [[nodiscard]] bool hasTag(const QByteArray &body) const;
    [[nodiscard]] bool hasProperty(const MessageRow &message) const;
    [[nodiscard]] bool hasId(MessageSequence sequence) const;

    SearchQuery m_query;
    QByteArray m_databaseDigits; ///< In lower case, as the two below.
    QByteArray m_text;
    QByteArray m_id; ///< What the id may end with; empty where the query is no id.
};

} // namespace Signalbox
