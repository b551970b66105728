// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/resourcepath.h"

#include "protocol/percentencoding.h"

#include <algorithm>
#include <charconv>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kMaxQueryItems = 64; // Each is compared with all before it.

Error badPath(const QString &message)
{
    return {ErrorCode::InvalidRequestUrl, message};
}

Error badQuery(const QString &message)
{
    return {ErrorCode::InvalidQueryString, message};
}

bool hasControls(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

Result<QList<QByteArray>> parseSegments(QByteArrayView path)
{
    QList<QByteArray> segments;
    if (!path.startsWith('/'))
        return badPath(u"The path must start with a slash."_s);
    path = path.sliced(1);
    while (!path.isEmpty()) {
        const qsizetype slash = path.indexOf('/');
        const QByteArrayView raw = slash < 0 ? path : path.first(slash);
        path = slash < 0 ? QByteArrayView() : path.sliced(slash + 1);
        std::optional<QByteArray> segment = percentDecoded(raw);
        if (!segment || segment->isEmpty() || hasControls(*segment))
            return badPath(u"The path holds a segment that is empty or wrongly encoded."_s);
        segments.append(*std::move(segment));
    }
    return segments;
}

Result<QueryItems> parseQuery(QByteArrayView query)
{
    std::vector<QueryItems::Item> items;
    while (!query.isEmpty()) {
        const qsizetype ampersand = query.indexOf('&');
        const QByteArrayView raw = ampersand < 0 ? query : query.first(ampersand);
        query = ampersand < 0 ? QByteArrayView() : query.sliced(ampersand + 1);
        if (raw.isEmpty())
            continue;
        const qsizetype equals = raw.indexOf('=');
        const std::optional<QByteArray> name = percentDecoded(equals < 0 ? raw : raw.first(equals));
        const std::optional<QByteArray> value =
            percentDecoded(equals < 0 ? QByteArrayView() : raw.sliced(equals + 1));
        if (!name || !value || name->isEmpty() || hasControls(*name) || hasControls(*value))
            return badQuery(u"The query holds an item that is nameless or wrongly encoded."_s);
        if (items.size() == kMaxQueryItems)
            return badQuery(u"The query must hold at most %1 items."_s.arg(kMaxQueryItems));
        const auto sameName = [&](const QueryItems::Item &item) {
            return item.name.compare(*name, Qt::CaseInsensitive) == 0;
        };
        if (std::any_of(items.begin(), items.end(), sameName)) {
            return badQuery(u"The query names %1 more than once."_s.arg(QString::fromUtf8(*name)));
        }
        items.push_back({*name, *value});
    }
    return QueryItems(std::move(items));
}

struct AbsoluteTarget
{
    QByteArrayView host; ///< With its port; null when the target has neither scheme nor host.
    QByteArrayView rest; ///< Path and query.
};

AbsoluteTarget splitAbsolute(QByteArrayView target)
{
    const auto startsWith = [target](QByteArrayView scheme) {
        return target.first(std::min(target.size(), scheme.size()))
                   .compare(scheme, Qt::CaseInsensitive)
            == 0;
    };
    if (!startsWith("http://") && !startsWith("https://"))
        return {};
    const auto host = target.begin() + target.indexOf(':') + 3;
    const auto hostEnd =
        std::find_if(host, target.end(), [](char c) { return c == '/' || c == '?' || c == '#'; });
    return {QByteArrayView(host, hostEnd), target.sliced(hostEnd - target.begin())};
}

} // namespace

QueryItems::QueryItems(std::vector<Item> items)
    : m_items(std::move(items))
{
}

bool QueryItems::has(QByteArrayView name) const
{
    return find(name) != nullptr;
}

QByteArray QueryItems::value(QByteArrayView name) const
{
    const Item *item = find(name);
    return item ? item->value : QByteArray();
}

Result<std::optional<qint64>> QueryItems::integer(QByteArrayView name, qint64 min, qint64 max) const
{
    const Item *item = find(name);
    if (!item)
        return std::optional<qint64>();
    const QByteArray &digits = item->value;
    qint64 number = 0;
    const auto [end, status] =
        std::from_chars(digits.constData(), digits.constData() + digits.size(), number);
    if (end != digits.constData() + digits.size() || status == std::errc::invalid_argument) {
        return badQuery(
            u"The query item %1 must be a whole number."_s.arg(QString::fromUtf8(name)));
    }
    if (status != std::errc() || number < min || number > max) {
        return Error{ErrorCode::InvalidArgument,
                     u"%1 must be from %2 to %3."_s.arg(QString::fromUtf8(name)).arg(min).arg(max)};
    }
    return std::optional(number);
}

Result<bool> QueryItems::boolean(QByteArrayView name) const
{
    const Item *item = find(name);
    if (!item)
        return false;
    const QByteArray &value = item->value;
    if (value.isEmpty() || value == "1" || value.compare("true", Qt::CaseInsensitive) == 0)
        return true;
    if (value == "0" || value.compare("false", Qt::CaseInsensitive) == 0)
        return false;
    return badQuery(u"The query item %1 must be true or false."_s.arg(QString::fromUtf8(name)));
}

const QueryItems::Item *QueryItems::find(QByteArrayView name) const
{
    const auto found = std::find_if(m_items.begin(), m_items.end(), [name](const Item &item) {
        return QByteArrayView(item.name).compare(name, Qt::CaseInsensitive) == 0;
    });
    return found == m_items.end() ? nullptr : &*found;
}

QByteArray originForm(const QByteArray &target)
{
    if (target.startsWith('/')) // most
        return target;
    const auto [host, rest] = splitAbsolute(target);
    if (host.isNull())
        return target;
    return rest.startsWith('/') ? rest.toByteArray() : '/' + rest.toByteArray();
}

QByteArray hostOf(const QByteArray &target)
{
    return target.startsWith('/') ? QByteArray() : splitAbsolute(target).host.toByteArray();
}

Result<ResourcePath> parseResourcePath(const QByteArray &target)
{
    const QByteArray origin = originForm(target);
    const QByteArrayView view(origin);
    const qsizetype question = view.indexOf('?');
    const QByteArrayView path = question < 0 ? view : view.first(question);
    const QByteArrayView query = question < 0 ? QByteArrayView() : view.sliced(question + 1);
    if (path.contains('#'))
        return badPath(u"The path holds a number sign."_s);
    Result<QList<QByteArray>> segments = parseSegments(path);
    if (!segments)
        return segments.error();
    Result<QueryItems> items = parseQuery(query);
    if (!items)
        return items.error();
    return ResourcePath{*std::move(segments), *std::move(items)};
}

} // namespace Signalbox
