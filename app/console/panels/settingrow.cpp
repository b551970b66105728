// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/settingrow.h"

#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/statuspill.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

SettingRow::SettingRow(const QString &key, QWidget *parent)
    : QWidget(parent)
    , m_name(new TextLabel(TextRole::BodyMedium, {}, this))
    , m_hint(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_restart(new StatusPill(this))
    , m_controls(new QHBoxLayout)
{
    setToolTip(key.toHtmlEscaped());
    m_hint->setElide(Qt::ElideRight);
    m_restart->hide();
    m_controls->setSpacing(Metrics::kSpaceSm);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_name);
    texts->addWidget(m_hint);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, Metrics::kSpaceMd, 0, Metrics::kSpaceMd);
    row->setSpacing(Metrics::kSpaceLg);
    row->addLayout(texts, 1);
    row->addWidget(m_restart);
    row->addLayout(m_controls);
}

void SettingRow::setTexts(const QString &name, const QString &hint)
{
    m_name->setText(name);
    m_hintText = hint;
    showHint();
    //: A setting that takes effect when the broker starts anew.
    m_restart->setState({Tone::Warn, u"rotate-ccw"_s, tr("Restart")});
}

bool SettingRow::matches(const QString &text) const
{
    return m_name->text().contains(text, Qt::CaseInsensitive)
        || m_hintText.contains(text, Qt::CaseInsensitive)
        || toolTip().contains(text, Qt::CaseInsensitive);
}

void SettingRow::addControl(QWidget *control)
{
    m_controls->addWidget(control);
}

void SettingRow::setNeedsRestart(bool needsRestart)
{
    m_restart->setVisible(needsRestart);
}

void SettingRow::setProblem(const QString &problem)
{
    m_problem = problem;
    showHint();
}

void SettingRow::showHint()
{
    m_hint->setText(m_problem.isEmpty() ? m_hintText : m_problem);
    m_hint->setColor(m_problem.isEmpty() ? Token::Muted : Token::Danger);
}

void SettingRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_restart->setState({Tone::Warn, u"rotate-ccw"_s, tr("Restart")});
}

} // namespace Signalbox
