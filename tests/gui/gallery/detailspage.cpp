// SPDX-License-Identifier: GPL-3.0-only
#include "gallerypages.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/codeedit.h"
#include "widgets/codeview.h"
#include "widgets/copyfield.h"
#include "widgets/durationedit.h"
#include "widgets/formfield.h"
#include "widgets/inspector.h"
#include "widgets/keyvaluelist.h"
#include "widgets/label.h"
#include "widgets/searchfield.h"
#include "widgets/toasthost.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

Inspector *inspector()
{
    auto *pane = new Inspector;
    pane->setFixedWidth(384);
    pane->setTitle(u"Message"_s);
    pane->setState({Tone::Warn, u"arrow-right-left"_s, u"In flight"_s});
    auto *facts = new KeyValueList;
    facts->setRows(
        {{u"Message ID"_s, u"5F290A7C61D84B3E9F02D11AA1C0"_s, true, true},
         {u"Receipt handle"_s, u"8-0cE2k9xWq3m1uT5aPzLrGdYh"_s, true, true},
         {u"Held by"_s, u"10.20.4.31 · billing-worker-2"_s},
         {u"Visible again"_s, u"in 27 s · 14:32:36"_s},
         {u"Received"_s, u"4 of 5, then to orders-dead"_s, false, false, {}, Tone::Danger},
         {u"Priority"_s, u"8 (default)"_s}});
    pane->body()->addWidget(facts);
    pane->body()->addWidget(new Hairline);
    auto *body = new CodeView;
    body->setTitle(u"Body"_s);
    body->setBody(
        QByteArray(
            R"({"orderId":"ORD-20260311-88214","customer":40917,"tier":"gold","currency":"CNY","amount":1288.50,"items":[{"sku":"CAM-4K-02","qty":1},{"sku":"SD-256","qty":2}],"paid":true})")
            .toBase64());
    pane->body()->addWidget(body, 1);
    pane->addFooterButton(new Button(u"Resend…"_s, ButtonKind::Default, u"pencil"_s));
    pane->addFooterButton(new Button(u"Move…"_s, ButtonKind::Default, u"folder-input"_s));
    pane->addFooterButton(new Button(u"Delete"_s, ButtonKind::DangerGhost, u"trash-2"_s), true);
    return pane;
}

QLayout *banners()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(10);
    for (const BannerMessage &message :
         {BannerMessage{Tone::Danger, u"Writes are stopped: the disk is full"_s,
                        u"Receives still work. Free space, then reopen the store."_s,
                        u"Reopen store"_s},
          BannerMessage{Tone::Warn, u"Clock is frozen at 14:32:08"_s,
                        u"Delays and retries wait until it runs again."_s, u"Run"_s},
          BannerMessage{
              Tone::Info, u"This account offers no message browser"_s,
              u"The cloud can only receive or peek. Message lists show on a Signalbox."_s}}) {
        auto *banner = new Banner;
        banner->setMessage(message);
        column->addWidget(banner);
    }
    return column;
}

Card *form()
{
    auto *card = new Card;
    auto *grid = new QGridLayout;
    grid->setSpacing(12);
    auto *name = new FormField(u"Name"_s, new QLineEdit(u"orders_refund"_s));
    name->setProblem(u"Letters, digits and hyphens only."_s, u"orders-refund"_s);
    grid->addWidget(name, 0, 0, 1, 2);
    auto *visibility = new DurationEdit;
    visibility->setRange(std::chrono::seconds(1), std::chrono::hours(12));
    visibility->setDuration(std::chrono::minutes(2));
    auto *visibilityField = new FormField(u"Visibility timeout"_s, visibility);
    visibilityField->setHint(u"1 s to 12 h. Default 30 s."_s);
    visibilityField->setChanged(true);
    grid->addWidget(visibilityField, 1, 0);
    auto *size = new DurationEdit(DurationEdit::Kind::Bytes);
    size->setAmount(65536);
    auto *sizeField = new FormField(u"Largest message"_s, size);
    sizeField->setHint(u"1 to 64 KB."_s);
    grid->addWidget(sizeField, 1, 1);
    auto *target = new QComboBox;
    target->addItem(u"orders-dead"_s);
    grid->addWidget(new FormField(u"Dead letters"_s, target), 2, 0);
    auto *endpoint = new CopyField(u"Endpoint"_s);
    endpoint->setValue(u"http://127.0.0.1:9324"_s);
    grid->addWidget(new FormField(u"Endpoint"_s, endpoint), 2, 1);
    auto *secret = new CopyField(u"AccessKey secret"_s);
    secret->setValue(u"local-secret"_s);
    secret->setSecret(true);
    grid->addWidget(new FormField(u"AccessKey secret"_s, secret), 3, 0);
    grid->addWidget(new SearchField(u"Search name or attribute"_s), 3, 1, Qt::AlignBottom);
    card->body()->addLayout(grid);
    return card;
}

CodeEdit *snippet()
{
    auto *code = new CodeEdit;
    code->setReadOnly(true);
    code->setCode(u"from mns.account import Account\nfrom mns.queue import QueueMeta\n\n"
                  "# the endpoint is all that changes\n"
                  "account = Account(\"http://127.0.0.1:9324\", \"local-id\", \"local-secret\")\n"
                  "queue = account.get_queue(\"orders-billing\")\nqueue.create(QueueMeta())\n"
                  "message = queue.receive_message(10)"_s,
                  CodeLanguage::Source);
    code->markLines(6, 7, Tone::Danger);
    return code;
}

} // namespace

QWidget *makeDetailsPage()
{
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(20, 20, 0, 0);
    row->setSpacing(20);
    auto *column = new QVBoxLayout;
    column->setSpacing(16);
    column->addLayout(banners());
    column->addWidget(form());
    column->addWidget(snippet(), 1);
    column->addSpacing(20);
    row->addLayout(column, 1);
    row->addWidget(inspector());
    auto *toasts = new ToastHost(page, 20);
    ToastMessage deleted{u"Deleted queue invoice-archive with 1,204 messages."_s, u"trash-2"_s};
    deleted.actionText = u"Undo"_s;
    deleted.isUndo = true;
    deleted.undoFor = std::chrono::seconds(598);
    toasts->show(deleted);
    toasts->show({u"Sent 500 messages to orders-billing."_s, u"check"_s, Tone::Ok, u"View"_s});
    return page;
}

} // namespace Signalbox
