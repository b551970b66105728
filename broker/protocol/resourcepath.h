// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <vector>

namespace Signalbox {

/// The query of a request. Names are matched in any case, values are percent-decoded; a + stays a
/// +, as in receipt handles. No name appears twice.
class QueryItems
{
public:
    struct Item
    {
        QByteArray name; ///< As spelled.
        QByteArray value; ///< Empty for "name" and "name=".

        bool operator==(const Item &) const = default;
    };

    QueryItems() = default;
    explicit QueryItems(std::vector<Item> items);

    [[nodiscard]] bool isEmpty() const { return m_items.empty(); }
    [[nodiscard]] const std::vector<Item> &items() const { return m_items; }

    [[nodiscard]] bool has(QByteArrayView name) const;
    /// Empty when there is none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;

    /// Nothing when absent. Errors: InvalidQueryString for what is no whole number, InvalidArgument
    /// for what is not within \a min and \a max; both name the item.
    [[nodiscard]] Result<std::optional<qint64>> integer(QByteArrayView name, qint64 min,
                                                        qint64 max) const;

    /// True for true (in any case), 1 and a bare name; false for false, 0 and absent.
    /// Errors: InvalidQueryString, naming the item.
    [[nodiscard]] Result<bool> boolean(QByteArrayView name) const;

private:
    [[nodiscard]] const Item *find(QByteArrayView name) const;

    std::vector<Item> m_items;
};

/// Where a request goes: the target of its request line, taken apart.
struct ResourcePath
{
    QList<QByteArray>
        segments; ///< Percent-decoded; empty for "/". A slash at the end makes no segment.
    QueryItems query;
};

/// \a target from its path on: without "http://host:port", which requests meant for a proxy have in
/// front. The path is never empty.
[[nodiscard]] QByteArray originForm(const QByteArray &target);
/// The host of a \a target that names one, with its port: it stands for the header Host then
/// (RFC 9112 §3.2.2). Empty when the target is a path.
[[nodiscard]] QByteArray hostOf(const QByteArray &target);

/// \a target as received: "/queues/demo/messages?numOfMessages=16", or the same after scheme and
/// host. Errors: InvalidRequestUrl for the path, InvalidQueryString for the query: bad
/// percent-encoding, an empty segment, control characters, a name given twice.
[[nodiscard]] Result<ResourcePath> parseResourcePath(const QByteArray &target);

} // namespace Signalbox
