// SPDX-License-Identifier: GPL-3.0-only
#include "store/messagesearch.h"

#include "store/pagelimits.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Signalbox {

namespace {

constexpr int kChunk = 256; ///< Messages read at once; bounds what a search holds in memory.
constexpr qsizetype kShortestIdEnd = 4; ///< Of a text that may be an id or not.
constexpr qsizetype kIdDigits = 32;
constexpr qsizetype kSequenceDigits = 16;

const SearchQuery::Path kTagPath = {SearchQuery::Step(QStringLiteral("MessageTag"))};

bool isHexadecimal(const QByteArray &text)
{
    return std::ranges::all_of(
        text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// What is behind a body that is Base64.
std::optional<QByteArray> decoded(const QByteArray &body)
{
    if (body.size() % 4 != 0)
        return std::nullopt;
    const auto bytes =
        QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

char firstOf(const QByteArray &text)
{
    const auto first = std::ranges::find_if_not(
        text, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
    return first == text.cend() ? '\0' : *first;
}

bool isJson(const QByteArray &text)
{
    return firstOf(text) == '{' || firstOf(text) == '[';
}

bool isStructured(const QByteArray &text)
{
    return isJson(text) || firstOf(text) == '<';
}

/// The JSON (or XML) that \a body is or carries as Base64; empty when it is neither.
QByteArray structured(const QByteArray &body)
{
    if (isStructured(body))
        return body;
    const std::optional<QByteArray> bytes = decoded(body);
    return bytes && isStructured(*bytes) ? *bytes : QByteArray();
}

/// The tag in an XML notification: markup that the broker of the topic wrote, so nothing more than
/// this element has to be understood.
QString tagInXml(const QByteArray &xml)
{
    static const QByteArray kOpen = QByteArrayLiteral("<MessageTag>");
    const qsizetype open = xml.indexOf(kOpen);
    if (open < 0)
        return {};
    const qsizetype start = open + kOpen.size();
    const qsizetype end = xml.indexOf(QByteArrayLiteral("</MessageTag>"), start);
    if (end < 0)
        return {};
    QString tag = QString::fromUtf8(xml.sliced(start, end - start));
    tag.replace(QLatin1String("&lt;"), QLatin1String("<"));
    tag.replace(QLatin1String("&gt;"), QLatin1String(">"));
    tag.replace(QLatin1String("&quot;"), QLatin1String("\""));
    tag.replace(QLatin1String("&apos;"), QLatin1String("'"));
    tag.replace(QLatin1String("&amp;"), QLatin1String("&"));
    return tag;
}

/// Behind \a message a listing goes on here.
BrowseCursor placeOf(const MessageRow &message, BrowseQuery::Order order)
{
    return {order == BrowseQuery::Order::NextVisible ? message.visibleAtMs : message.enqueuedAtMs,
            message.key.sequence};
}

BrowsePage lookUp(SqlDialect &sql, const BrowseQuery &query, MessageSequence sequence)
{
    BrowsePage page;
    page.scanned = 1;
    std::optional<MessageRow> found = sql.message(query.queue, sequence, true);
    if (query.after || !found || (query.state && found->state != *query.state))
        return page;
    if (!query.withBodies)
        found->body.clear();
    page.messages.push_back(std::move(*found));
    return page;
}

} // namespace

MessageSearch::MessageSearch(const SearchQuery &query, const QByteArray &databaseId)
    : m_query(query)
    , m_databaseDigits(databaseId.toHex())
    , m_text(query.text.toUtf8().toLower())
{
    const bool mayBeId = query.kind == SearchQuery::Kind::Text && m_text.size() >= kShortestIdEnd
        && m_text.size() <= kIdDigits && isHexadecimal(m_text);
    if (mayBeId || query.kind == SearchQuery::Kind::MessageId)
        m_id = m_text;
}

std::optional<MessageSequence> MessageSearch::wholeId() const
{
    if (m_query.kind != SearchQuery::Kind::MessageId || m_id.size() != kIdDigits)
        return std::nullopt;
    return m_id.startsWith(m_databaseDigits)
        ? static_cast<MessageSequence>(m_id.last(kSequenceDigits).toULongLong(nullptr, 16))
        : 0;
}

bool MessageSearch::isIn(const QByteArray &text) const
{
    return text.size() >= m_text.size() && text.toLower().contains(m_text);
}

bool MessageSearch::hasId(MessageSequence sequence) const
{
    const QByteArray id =
        m_databaseDigits + QByteArray::number(sequence, 16).rightJustified(kSequenceDigits, '0');
    return id.endsWith(m_id);
}

bool MessageSearch::hasText(const MessageRow &message) const
{
    if (isIn(message.body))
        return true;
    if (!m_id.isEmpty() && hasId(message.key.sequence))
        return true;
    if (!message.groupId.isEmpty() && isIn(message.groupId.toUtf8()))
        return true;
    const auto isInProperty = [this](const MessageProperty &property) {
        return isIn(property.value.toUtf8());
    };
    if (std::ranges::any_of(message.userProperties, isInProperty)
        || std::ranges::any_of(message.systemProperties, isInProperty))
        return true;
    if (message.origin
        && std::ranges::any_of(
            message.origin->attributes,
            [this](const MessageAttribute &attribute) { return isInAttribute(attribute); }))
        return true;
    const std::optional<QByteArray> bytes = decoded(message.body);
    return bytes && isIn(*bytes);
}

bool MessageSearch::isInAttribute(const MessageAttribute &attribute) const
{
    const QJsonObject values = QJsonDocument::fromJson(attribute.json.toUtf8()).object();
    return std::any_of(values.begin(), values.end(), [this](const QJsonValue &value) {
        return isIn(value.isObject() ? QJsonDocument(value.toObject()).toJson()
                                     : value.toString().toUtf8());
    });
}

bool MessageSearch::hasJsonValue(const QByteArray &body) const
{
    const QByteArray json = structured(body);
    if (!isJson(json))
        return false;
    // Text without escapes stands in the body as it is, so most bodies need not be read.
    if (m_query.value.literal.isUndefined() && !json.contains('\\')
        && !m_query.value.text.contains(u'"') && !json.contains(m_query.value.text.toUtf8()))
        return false;
    const QJsonValue found = jsonValueAt(json, m_query.path);
    return !found.isUndefined() && m_query.value.equals(found);
}

bool MessageSearch::hasTag(const QByteArray &body) const
{
    const QByteArray notification = structured(body);
    if (!notification.contains("MessageTag"))
        return false;
    const QString tag = isJson(notification) ? jsonValueAt(notification, kTagPath).toString()
                                             : tagInXml(notification);
    return tag == m_query.text;
}

bool MessageSearch::hasProperty(const MessageRow &message) const
{
    const auto isMeant = [this](const MessageProperty &property) {
        return property.name == m_query.text && m_query.value.equals(property);
    };
    return std::ranges::any_of(message.userProperties, isMeant)
        || std::ranges::any_of(message.systemProperties, isMeant);
}

bool MessageSearch::matches(const MessageRow &message) const
{
    switch (m_query.kind) {
    case SearchQuery::Kind::JsonValue:
        return hasJsonValue(message.body);
    case SearchQuery::Kind::MessageId:
        return hasId(message.key.sequence);
    case SearchQuery::Kind::Tag:
        return hasTag(message.body);
    case SearchQuery::Kind::Group:
        return message.groupId == m_query.text;
    case SearchQuery::Kind::Property:
        return hasProperty(message);
    case SearchQuery::Kind::Text:
        break;
    }
    return hasText(message);
}

BrowsePage searchMessages(SqlDialect &sql, const BrowseQuery &query, const QByteArray &databaseId,
                          const QDeadlineTimer &deadline)
{
    const MessageSearch search(*query.search, databaseId);
    if (const std::optional<MessageSequence> sequence = search.wholeId())
        return lookUp(sql, query, *sequence);
    BrowseQuery chunk = query;
    chunk.limit = kChunk;
    chunk.withBodies = true;
    BrowsePage found;
    qint64 bodyBytes = 0;
    do {
        BrowsePage page = sql.browse(chunk, deadline);
        found.scanned += page.scanned;
        found.next = page.next;
        for (size_t i = 0; i < page.messages.size(); ++i) {
            MessageRow &message = page.messages[i];
            const BrowseCursor place = placeOf(message, query.order);
            if (search.matches(message)) {
                if (found.messages.size() >= size_t(query.limit)
                    || bodyBytes >= kMostPageBodyBytes) {
                    // The page goes on behind the last one found; what follows is looked at again.
                    found.next = placeOf(found.messages.back(), query.order);
                    return found;
                }
                if (query.withBodies)
                    bodyBytes += message.bodyBytes;
                else
                    message.body.clear();
                found.messages.push_back(std::move(message));
            }
            // Reading JSON takes longer than finding a text, so time may run out within a chunk.
            const size_t left = page.messages.size() - i - 1;
            if (left > 0 && deadline.hasExpired()) {
                found.next = place;
                found.scanned -= qint64(left);
                return found;
            }
        }
        chunk.after = found.next;
    } while (found.next && !deadline.hasExpired() && !sql.failure());
    return found;
}

} // namespace Signalbox
