// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QStackedWidget>

namespace Signalbox {

class DataTable;
class EmptyState;

/// A list, and in its place what there is to say while it has no rows or none that match.
class ListPages : public QStackedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListPages)

public:
    enum class Page { List, None, NoMatch };

    /// \a iconName belongs to the empty list.
    ListPages(const QString &iconName, QWidget *parent);

    [[nodiscard]] DataTable *table() const { return m_table; }
    [[nodiscard]] EmptyState *none() const { return m_none; }
    [[nodiscard]] EmptyState *noMatch() const { return m_noMatch; }

    /// Shows what fits \a all rows of which \a matching are listed; while they are not \a known,
    /// the list, loading.
    Page showWhatFits(bool known, int all, int matching);

private:
    DataTable *m_table;
    EmptyState *m_none;
    EmptyState *m_noMatch;
};

} // namespace Signalbox
