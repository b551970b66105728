// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/keyvaluelist.h"

#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {
constexpr int kRowHeight = 24;
} // namespace

KeyValueList::KeyValueList(QWidget *parent)
    : ThemedWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(0);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
}

KeyValueList::~KeyValueList() = default;

void KeyValueList::setKeyWidth(int width)
{
    m_keyWidth = width;
    themeChanged();
}

void KeyValueList::setRows(const QList<KeyValue> &rows)
{
    m_rows = rows;
    while (m_views.size() > rows.size()) {
        const Row row = m_views.takeLast();
        delete row.key;
        delete row.value;
        delete row.copy;
        m_grid->setRowMinimumHeight(int(m_views.size()), 0);
    }
    while (m_views.size() < rows.size())
        addRow();
    for (int i = 0; i < rows.size(); ++i)
        applyRow(i);
}

void KeyValueList::addRow()
{
    const int index = int(m_views.size());
    Row row{new TextLabel(TextRole::Hint, Token::Muted, QString(), this),
            new TextLabel(TextRole::Body, QString(), this),
            new IconButton(u"copy"_s, QString(), this)};
    row.key->setElide(Qt::ElideRight);
    row.copy->setExtent(24, 14);
    m_grid->addWidget(row.key, index, 0);
    m_grid->addWidget(row.value, index, 1);
    m_grid->addWidget(row.copy, index, 2);
    m_grid->setRowMinimumHeight(index, Theme::current().px(kRowHeight));
    row.key->setFixedWidth(Theme::current().px(m_keyWidth));
    connect(row.copy, &QAbstractButton::clicked, this, [this, index] {
        const KeyValue &fact = m_rows.at(index);
        const QString text = fact.copyText.isEmpty() ? fact.value : fact.copyText;
        QApplication::clipboard()->setText(text);
        emit copied(text);
    });
    m_views.append(row);
}

void KeyValueList::applyRow(int index)
{
    const KeyValue &fact = m_rows.at(index);
    const Row &row = m_views.at(index);
    row.key->setText(fact.key);
    row.value->setRole(fact.mono ? TextRole::Code : TextRole::Body);
    row.value->setElide(fact.mono ? Qt::ElideMiddle : Qt::ElideRight);
    row.value->setColor(fact.tone == Tone::Neutral ? Token::Text : toneColor(fact.tone));
    row.value->setText(fact.value);
    row.value->setAccessibleName(tr("%1: %2").arg(fact.key, fact.value));
    row.copy->setName(tr("Copy %1").arg(fact.key));
    row.copy->setVisible(fact.copyable);
}

void KeyValueList::themeChanged()
{
    const Theme theme = Theme::current();
    for (int i = 0; i < m_views.size(); ++i) {
        m_views.at(i).key->setFixedWidth(theme.px(m_keyWidth));
        m_grid->setRowMinimumHeight(i, theme.px(kRowHeight));
    }
    ThemedWidget::themeChanged();
}

void KeyValueList::languageChanged()
{
    for (int i = 0; i < m_views.size(); ++i)
        applyRow(i);
}

} // namespace Signalbox
