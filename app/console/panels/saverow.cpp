// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/saverow.h"

#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QEvent>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

SaveRow::SaveRow(QWidget *parent)
    : QWidget(parent)
    , m_problem(new TextLabel(TextRole::Hint, Token::Danger, {}, this))
    , m_save(new Button({}, ButtonKind::Primary, {}, this))
    , m_discard(new Button({}, ButtonKind::Ghost, u"rotate-ccw"_s, this))
{
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::kSpaceSm);
    buttons->addWidget(m_save);
    buttons->addWidget(m_discard);
    buttons->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceLg);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    connect(m_save, &QPushButton::clicked, this, &SaveRow::saveRequested);
    connect(m_discard, &QPushButton::clicked, this, &SaveRow::discardRequested);
    showTexts();
}

SaveRow::~SaveRow() = default;

void SaveRow::showChanges(int changes, bool wrong)
{
    m_changes = changes;
    m_isWrong = wrong;
    showTexts();
    showProblem({});
}

void SaveRow::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void SaveRow::setBusy(bool busy)
{
    m_save->setBusy(busy);
}

bool SaveRow::isBusy() const
{
    return m_save->isBusy();
}

void SaveRow::showTexts()
{
    m_save->setText(m_changes == 0 ? tr("Save changes")
                                   : tr("Save %Ln change(s)", nullptr, m_changes));
    m_discard->setText(tr("Discard changes"));
    const QString reason =
        m_changes == 0 && !m_isWrong ? tr("Nothing differs from what is saved.") : QString();
    m_save->setDisabledReason(reason);
    m_discard->setDisabledReason(reason);
}

void SaveRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showTexts();
}

} // namespace Signalbox
