// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "store/sqldialect.h"

namespace Signalbox {

/// Finds messages by a text: in the body as it travelled, in the text behind a body that is Base64,
/// in property values and the group, or as the end of the message id. Latin letters match in either
/// case. Bounded by its deadline and by the limit of the query: the page says how many messages
/// were looked at and where to go on.
[[nodiscard]] BrowsePage searchMessages(SqlDialect &sql, const BrowseQuery &query,
                                        const QDeadlineTimer &deadline);

/// Decides about one message at a time.
class MessageSearch
{
public:
    explicit MessageSearch(const QByteArray &text);

    [[nodiscard]] bool matches(const MessageRow &message) const;

private:
    [[nodiscard]] bool isIn(const QByteArray &text) const;

    QByteArray m_text; ///< In lower case, as everything it is compared with.
    bool m_mayBeId = false;
};

} // namespace Signalbox
