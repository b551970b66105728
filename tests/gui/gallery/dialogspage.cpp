// SPDX-License-Identifier: GPL-3.0-only
#include "gallerypages.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/confirmdialog.h"
#include "widgets/emptystate.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace Signalbox {

QWidget *makeDialogsPage()
{
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    auto *empty = new EmptyState(
        u"inbox"_s, u"No queues yet"_s,
        u"A queue keeps each message until a receiver deletes it.\n"
        "Create one here, or let your code do it: the first request makes the same queue."_s);
    empty->addAction(new Button(u"Create queue…"_s, ButtonKind::Primary, u"plus"_s));
    empty->addAction(new Button(u"Load sample set"_s, ButtonKind::Default, u"package"_s));
    empty->addAction(new Button(u"Copy from a cloud account…"_s, ButtonKind::Default, u"cloud"_s));
    row->addWidget(empty, 1);
    ConfirmRequest request;
    request.question = u"Purge orders-billing?"_s;
    request.effect =
        u"All messages leave the queue at once. Receivers holding a message in flight get "
        "MessageNotExist when they delete it."_s;
    request.counts = {{u"inbox"_s, u"Ready"_s, 1204, Tone::Info},
                      {u"arrow-right-left"_s, u"In flight, held by 3 receivers"_s, 64, Tone::Warn},
                      {u"clock"_s, u"Delayed"_s, 42}};
    request.option = u"Keep messages in flight (64)"_s;
    request.undo =
        u"Can be undone for 10 minutes. Until then the messages stay in the trash and use 1.9 MB."_s;
    request.verb = u"Purge 1,310 messages"_s;
    auto *dialog = new ConfirmDialog(request);
    dialog->addSecondary(new Button(u"Export first…"_s, ButtonKind::Ghost, u"download"_s));
    // As part of the page instead of a window of its own, to be in the picture.
    dialog->setWindowFlags(Qt::Widget);
    row->addWidget(dialog, 0, Qt::AlignVCenter);
    return page;
}

} // namespace Signalbox
