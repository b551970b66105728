// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/leavedialog.h"

#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QEvent>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

LeaveDialog::LeaveDialog(bool hasTray, QWidget *window)
    : Dialog(Metrics::kDialogSmall, window)
    , m_hasTray(hasTray)
    , m_stop(new Button({}, ButtonKind::DangerGhost, {}, this))
    , m_hint(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_hint->setWordWrap(true);
    body()->addWidget(m_hint);
    setPrimary(new Button({}, ButtonKind::Primary, {}, this));
    primary()->setDefault(true);
    m_stop->setAutoDefault(false);
    cancelButton()->setAutoDefault(false);
    addSecondary(m_stop);
    connect(primary(), &QPushButton::clicked, this, [this] {
        accept();
        emit keepRunningChosen();
    });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        accept();
        emit stopChosen();
    });
    retranslate();
    primary()->setFocus();
}

LeaveDialog::~LeaveDialog() = default;

void LeaveDialog::changeEvent(QEvent *event)
{
    Dialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LeaveDialog::retranslate()
{
    setHeading(u"hard-drive"_s, tr("Apps are using this broker"),
               tr("They sent requests within the last minute. When the broker stops, they get no "
                  "answer until the console starts again; messages stay on disk."));
    m_stop->setText(tr("Stop the broker"));
    primary()->setText(m_hasTray ? tr("Keep running in the tray") : tr("Keep running, minimised"));
    m_hint->setText(tr("Asked once. The answer can be changed under Settings, Broker."));
}

} // namespace Signalbox
