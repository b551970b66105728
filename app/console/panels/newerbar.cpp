// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/newerbar.h"

#include "widgets/button.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Signalbox {

using namespace Qt::StringLiterals;

NewerBar::NewerBar(QWidget *parent)
    : ThemedWidget(parent)
    , m_button(new Button({}, ButtonKind::Link, u"arrow-up"_s, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, 0, 2);
    row->addStretch();
    row->addWidget(m_button);
    row->addStretch();
    connect(m_button, &QPushButton::clicked, this, &NewerBar::requested);
    hide();
}

void NewerBar::setNewer(int newer, bool atLeast)
{
    m_newer = newer;
    m_atLeast = atLeast;
    languageChanged();
    setVisible(newer > 0);
}

void NewerBar::languageChanged()
{
    m_button->setText(m_atLeast ? tr("More than %Ln newer (F5)", nullptr, m_newer)
                                : tr("%Ln newer (F5)", nullptr, m_newer));
}

void NewerBar::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::current().color(Token::InfoBg));
}

} // namespace Signalbox
