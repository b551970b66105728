// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <map>
#include <vector>

namespace Signalbox {

/// Which rows of a list changed since a cursor. The rows change with time alone too (a rate falls,
/// an hour passes), so each look compares them with those of the look before: it costs what the
/// list does, and spares what is sent and read. Lives in the HTTP thread.
class RowChanges
{
public:
    static constexpr std::size_t kRememberedRemovals = 10'000;

    struct Changed
    {
        QJsonArray rows;
        QStringList removed;
        quint64 cursor = 0; ///< For the next look.
        bool reset = false; ///< The rows given are all there are: forget every other.
    };

    /// Cursors begin behind \a first; of lower ones nothing is known.
    explicit RowChanges(quint64 first)
        : m_first(first)
        , m_last(first)
    {
    }

    /// \a rows: all that \a account has now, by their "name". A cursor of 0, of an earlier run or
    /// one so old that removals are forgotten starts anew.
    [[nodiscard]] Changed since(quint64 cursor, const QString &account,
                                const std::vector<QJsonObject> &rows);

private:
    struct Row
    {
        std::size_t hash = 0;
        quint64 change = 0; ///< The look that found it new, other than before, or gone.
        quint64 seen = 0; ///< The last look that found it.
        bool isGone = false;
    };
    using Rows = std::map<QString, Row>; ///< By name.

    void compare(Rows &known, const std::vector<QJsonObject> &rows);

    QHash<QString, Rows> m_accounts;
    quint64 m_first;
    quint64 m_last;
};

} // namespace Signalbox
