// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/formdialog.h"

#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QEvent>
#include <QVBoxLayout>

namespace Signalbox {

FormDialog::FormDialog(int width, const QString &primaryIcon, QWidget *window)
    : Dialog(width, window)
    , m_fields(new QVBoxLayout)
    , m_problem(new TextLabel(TextRole::Hint, Token::Danger, {}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_fields->setSpacing(Metrics::kSpaceLg);
    m_problem->setWordWrap(true);
    m_problem->hide();
    body()->addLayout(m_fields, 1);
    body()->addWidget(m_problem);
    setPrimary(new Button({}, ButtonKind::Primary, primaryIcon, this));
    primary()->setDefault(true);
    cancelButton()->setAutoDefault(false);
    connect(primary(), &QPushButton::clicked, this, [this] { submit(); });
}

FormDialog::~FormDialog() = default;

void FormDialog::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    setAccessibleDescription(problem);
}

void FormDialog::changeEvent(QEvent *event)
{
    Dialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace Signalbox
