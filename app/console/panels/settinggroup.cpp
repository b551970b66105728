// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/settinggroup.h"

#include "console/panels/settingrow.h"
#include "widgets/card.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QVBoxLayout>

namespace Signalbox {

SettingGroup::SettingGroup(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::CardTitle, {}, this))
    , m_card(new Card(this))
{
    m_card->body()->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceXs,
                                       Metrics::kPageMargin, Metrics::kSpaceXs);
    m_card->body()->setSpacing(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceMd);
    column->addWidget(m_title);
    column->addWidget(m_card);
}

void SettingGroup::setTitle(const QString &title)
{
    m_titleText = title;
    m_title->setText(title);
}

SettingRow *SettingGroup::addRow(const QString &key)
{
    if (!m_rows.isEmpty()) {
        m_lines.append(new Hairline(Qt::Horizontal, m_card));
        m_card->body()->addWidget(m_lines.last());
    }
    auto *row = new SettingRow(key, m_card);
    m_card->body()->addWidget(row);
    m_rows.append(row);
    return row;
}

int SettingGroup::showMatching(const QString &text)
{
    const bool all = text.isEmpty() || m_titleText.contains(text, Qt::CaseInsensitive);
    int shown = 0;
    for (int i = 0; i < m_rows.size(); ++i) {
        const bool visible = all || m_rows.at(i)->matches(text);
        m_rows.at(i)->setVisible(visible);
        if (i > 0)
            m_lines.at(i - 1)->setVisible(visible && shown > 0);
        shown += visible;
    }
    setVisible(shown > 0);
    return shown;
}

} // namespace Signalbox
