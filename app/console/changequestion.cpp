// SPDX-License-Identifier: GPL-3.0-only
#include "console/changequestion.h"

#include "console/brokerconnection.h"
#include "widgets/confirmdialog.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPointer>

#include <memory>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostLines = 6;

class QuestionTexts
{
    Q_DECLARE_TR_FUNCTIONS(ChangeQuestion)
};

QString linesOf(const QStringList &changes)
{
    QStringList lines = changes.first(std::min(changes.size(), kMostLines));
    if (const auto more = int(changes.size() - lines.size()); more > 0)
        lines.append(QuestionTexts::tr("And %Ln more.", nullptr, more));
    return lines.join(u'\n');
}

/// Where a question stands: on the dialog that made the change, if one is open.
QWidget *placeFor(QWidget *window)
{
    QWidget *modal = QApplication::activeModalWidget();
    return modal && window->isAncestorOf(modal) ? modal : window;
}

} // namespace

void askBeforeChange(BrokerConnection &connection, const QStringList &changes, QWidget *window)
{
    const QString place = connection.changes().place();
    ConfirmRequest request;
    request.iconName = u"shield"_s;
    //: %1 is the name of a connection.
    request.question = QuestionTexts::tr("Change %1?").arg(place);
    request.effect = linesOf(changes);
    request.undo = QuestionTexts::tr("This connection asks before every change.");
    request.canUndo = false;
    //: A button; %1 is the name of a connection.
    request.verb = QuestionTexts::tr("Change %1").arg(place);
    auto *dialog = new ConfirmDialog(request, placeFor(window));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    ChangeGate *gate = &connection.changes();
    // Also when the dialog goes with the one that it stands on.
    const auto allowed = std::make_shared<bool>(false); // of the two lambdas
    QObject::connect(dialog, &QDialog::accepted, gate, [allowed] { *allowed = true; });
    QObject::connect(dialog, &QObject::destroyed, gate,
                     [gate, allowed] { gate->decide(*allowed); });
    QObject::connect(gate, &QObject::destroyed, dialog, &QDialog::reject);
    dialog->open();
}

void confirmChange(const Workspace &workspace, ConfirmRequest request, QWidget *window,
                   QObject *context, const std::function<void()> &act)
{
    BrokerConnection &connection = workspace.connection;
    if (connection.changes().isAsking()) {
        //: %1 is the name of a connection, %2 what will happen there, a sentence.
        request.effect =
            QuestionTexts::tr("On %1: %2").arg(connection.changes().place(), request.effect);
    }
    const auto agreed = std::make_shared<CallGroup>(CallGroup{request.question, true});
    ConfirmDialog::ask(request, window, context,
                       [gate = QPointer<ChangeGate>(&connection.changes()), agreed, act] {
                           if (!gate)
                               return;
                           const CallGate::Scope scope(gate.data(), agreed);
                           act();
                       });
}

} // namespace Signalbox
