// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/listpages.h"

#include "widgets/emptystate.h"
#include "widgets/table/datatable.h"

namespace Signalbox {

ListPages::ListPages(const QString &iconName, QWidget *parent)
    : QStackedWidget(parent)
    , m_table(new DataTable(this))
    , m_none(new EmptyState(this))
    , m_noMatch(new EmptyState(this))
{
    m_none->setIconName(iconName);
    m_noMatch->setIconName(QStringLiteral("search"));
    addWidget(m_table);
    addWidget(m_none);
    addWidget(m_noMatch);
}

ListPages::Page ListPages::showWhatFits(bool known, int all, int matching)
{
    const Page page = !known || matching > 0 ? Page::List : all == 0 ? Page::None : Page::NoMatch;
    m_table->setLoading(!known);
    setCurrentIndex(int(page)); // in the order they were added
    return page;
}

} // namespace Signalbox
