// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/welcomepanel.h"

#include "console/brokerconnection.h"
#include "console/feeds/runwhileshown.h"
#include "console/models/requestcause.h"
#include "console/models/requestlistmodel.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/panels/stepdisc.h"
#include "console/settings.h"
#include "console/snippets.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/codeedit.h"
#include "widgets/copyfield.h"
#include "widgets/iconmark.h"
#include "widgets/label.h"
#include "widgets/linkrow.h"
#include "widgets/metrics.h"
#include "widgets/scrollpage.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/textpainter.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kFirstQueue = u"hello"_s;

} // namespace

WelcomePanel::WelcomePanel(const Workspace &workspace, const QString &account, QWidget *parent)
    : Panel(parent)
    , m_workspace(workspace)
    , m_account(account)
    , m_requests(workspace.connection.admin(), workspace.connection.mns())
{
    header().hide();
    m_title = new TextLabel(TextRole::WelcomeTitle, {}, this);
    m_subtitle = new TextLabel(TextRole::Body, Token::Text2, {}, this);
    m_skip = new Button({}, ButtonKind::Ghost, {}, this);
    auto *title = new QHBoxLayout;
    title->setSpacing(Metrics::kSpaceMd);
    title->addWidget(new IconMark(u"circle-check"_s, Token::Ok, 24, this));
    title->addWidget(m_title, 1);
    title->addWidget(m_skip);
    auto *head = new QVBoxLayout;
    head->setSpacing(Metrics::kSpaceXs);
    head->addLayout(title);
    head->addWidget(m_subtitle);

    auto *middle = new QHBoxLayout;
    middle->setSpacing(Metrics::kSpaceLg);
    middle->addWidget(buildSnippets(), 17);
    middle->addWidget(buildFirstMessage(), 10);
    // Where the window is lower than all of it, it scrolls.
    auto *page = new QWidget;
    auto *content = new QVBoxLayout(page);
    content->setContentsMargins(Metrics::kSpaceXxl, Metrics::kPageMargin, Metrics::kSpaceXxl,
                                Metrics::kPageMargin);
    content->setSpacing(Metrics::kSpaceLg);
    content->addLayout(head);
    content->addWidget(buildEndpoint());
    content->addLayout(middle, 1);
    content->addWidget(buildFirstRequest());
    column()->addWidget(new ScrollPage(page, this), 1);

    connect(m_skip, &QPushButton::clicked, this, &WelcomePanel::finished);
    connect(m_goOn, &QPushButton::clicked, this, &WelcomePanel::goOn);
    connect(&m_requests, &FirstRequestFeed::arrived, this, &WelcomePanel::showRequest);
    retranslate();
}

TextLabel *WelcomePanel::addStep(Card &card, int number, QWidget *control)
{
    auto *title = new TextLabel(TextRole::InspectorTitle, {}, &card);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::kSpaceMd);
    row->addWidget(new StepDisc(number, &card));
    row->addWidget(title, 1);
    if (control)
        row->addWidget(control);
    card.body()->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceMd, Metrics::kPageMargin,
                                    Metrics::kSpaceLg);
    card.body()->setSpacing(Metrics::kSpaceMd);
    card.body()->addLayout(row);
    return title;
}

Card *WelcomePanel::buildEndpoint()
{
    auto *card = new Card(this);
    m_copyAll = new Button({}, ButtonKind::Link, u"copy"_s, card);
    m_endpointTitle = addStep(*card, 1, m_copyAll);
    connect(m_copyAll, &QPushButton::clicked, this, &WelcomePanel::copyEnvironment);

    const Endpoint &endpoint = m_workspace.connection.endpoint();
    m_endpoint = new CopyField({}, card);
    m_endpoint->setValue(endpoint.url.toString(QUrl::StripTrailingSlash));
    m_keyId = new CopyField({}, card);
    m_keyId->setValue(endpoint.accessKeyId);
    m_keySecret = new CopyField({}, card);
    m_keySecret->setValue(endpoint.accessKeySecret);
    m_keySecret->setSecret(endpoint.accessKeySecret != Endpoint::local().accessKeySecret);
    m_accountField = new CopyField({}, card);
    m_accountField->setValue(m_account);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Metrics::kSpaceMd);
    grid->setVerticalSpacing(Metrics::kSpaceXs);
    int place = 0;
    for (CopyField *field : {m_endpoint, m_keyId, m_keySecret, m_accountField}) {
        auto *label = new TextLabel(TextRole::FieldLabel, Token::Text2, {}, card);
        m_fieldLabels.append(label);
        grid->addWidget(label, 0, place);
        grid->addWidget(field, 1, place);
        grid->setColumnStretch(place, field == m_endpoint ? 3 : 2);
        connect(field, &CopyField::copied, this,
                [this] { m_workspace.notices.say([] { return tr("Copied."); }); });
        ++place;
    }
    card->body()->addLayout(grid);
    return card;
}

Card *WelcomePanel::buildSnippets()
{
    auto *card = new Card(this);
    m_languages = new SegmentedControl(card);
    const QList<Snippet> all = snippets();
    for (const Snippet &snippet : all)
        m_languages->addSegment(snippet.name);
    m_snippetTitle = addStep(*card, 2, m_languages);
    m_snippet = new CodeEdit(card);
    m_snippet->setReadOnly(true);
    m_note = new TextLabel(TextRole::Hint, Token::Text2, {}, card);
    m_note->setElide(Qt::ElideRight);
    m_copySnippet = new Button({}, ButtonKind::Default, u"copy"_s, card);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Metrics::kSpaceSm);
    foot->addWidget(new IconMark(u"info"_s, Token::Text2, Metrics::kIconSmall, card));
    foot->addWidget(m_note, 1);
    foot->addWidget(m_copySnippet);
    card->body()->addWidget(m_snippet, 1);
    card->body()->addLayout(foot);

    connect(m_languages, &SegmentedControl::currentIndexChanged, this, &WelcomePanel::showSnippet);
    connect(m_copySnippet, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_snippet->toPlainText());
        m_workspace.notices.say([] { return tr("Copied."); });
    });
    return card;
}

Card *WelcomePanel::buildFirstMessage()
{
    auto *card = new Card(this);
    m_messageTitle = addStep(*card, 3);
    m_messageText = new TextLabel(TextRole::Body, Token::Text2, {}, card);
    m_messageText->setWordWrap(true);
    m_message = new QLineEdit(card);
    m_send = new Button({}, ButtonKind::Primary, u"send"_s, card);
    m_sent = new TextLabel(TextRole::BodyMedium, Token::Ok, {}, card);
    m_sent->setWordWrap(true);
    m_openQueue = new Button({}, ButtonKind::Default, u"inbox"_s, card);
    m_sent->hide();
    m_openQueue->hide();
    card->body()->addWidget(m_messageText);
    card->body()->addWidget(m_message);
    card->body()->addWidget(m_send, 0, Qt::AlignLeft);
    card->body()->addWidget(m_sent);
    card->body()->addWidget(m_openQueue, 0, Qt::AlignLeft);
    addStarts(*card);
    card->body()->addStretch();

    connect(m_send, &QPushButton::clicked, this, &WelcomePanel::sendFirstMessage);
    connect(m_message, &QLineEdit::returnPressed, this, &WelcomePanel::sendFirstMessage);
    connect(m_openQueue, &QPushButton::clicked, this, [this] { emit queueOpened(kFirstQueue); });
    return card;
}

void WelcomePanel::addStarts(Card &card)
{
    m_startsTitle = new TextLabel(TextRole::CardTitle, {}, &card);
    m_connect = new LinkRow(u"server"_s, &card);
    m_create = new LinkRow(u"plus"_s, &card);
    m_commands = new LinkRow(u"search"_s, &card);
    card.body()->addWidget(new Hairline(Qt::Horizontal, &card));
    card.body()->addWidget(m_startsTitle);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(0);
    rows->setContentsMargins(-Metrics::kSpaceSm, 0, -Metrics::kSpaceSm,
                             0); // Icons under the title.
    for (LinkRow *row : {m_connect, m_create, m_commands})
        rows->addWidget(row);
    card.body()->addLayout(rows);
    connect(m_connect, &LinkRow::clicked, this, &WelcomePanel::connectionWanted);
    connect(m_create, &LinkRow::clicked, this, &WelcomePanel::createRequested);
    connect(m_commands, &LinkRow::clicked, this, &WelcomePanel::paletteRequested);
}

Card *WelcomePanel::buildFirstRequest()
{
    auto *card = new Card(this);
    m_requestIcon = new IconMark(u"activity"_s, Token::Accent, 20, card);
    m_requestTitle = new TextLabel(TextRole::CardTitle, {}, card);
    m_requestText = new TextLabel(TextRole::Hint, Token::Text2, {}, card);
    m_requestText->setElide(Qt::ElideRight);
    m_goOn = new Button({}, ButtonKind::Default, {}, card);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_requestTitle);
    texts->addWidget(m_requestText);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::kSpaceMd);
    row->addWidget(m_requestIcon);
    row->addLayout(texts, 1);
    row->addWidget(m_goOn);
    card->body()->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceMd, Metrics::kPageMargin,
                                     Metrics::kSpaceMd);
    card->body()->addLayout(row);
    return card;
}

void WelcomePanel::showSnippet()
{
    const Snippet snippet = snippets().at(m_languages->currentIndex());
    m_snippet->setCode(
        snippetText(snippet.fileName, m_workspace.connection.endpoint(), m_account).trimmed(),
        CodeLanguage::Source);
    m_note->setText(snippet.note);
}

void WelcomePanel::showRequest()
{
    const std::optional<Admin::RequestRecord> &request = m_requests.request();
    if (!request) {
        m_requestTitle->setText(tr("Waiting for the first request of your app"));
        m_requestText->setText(tr("It shows here at once. If its signature is refused, you see "
                                  "where the signed lines differ."));
        m_goOn->setText(tr("Open activity"));
        return;
    }
    if (RequestListModel::isRefused(*request))
        return showRefusal(*request);
    m_requestIcon->setIcon(u"circle-check"_s, Token::Ok);
    //: %1 is an operation of the service such as "SendMessage", %2 an HTTP status.
    m_requestTitle->setText(tr("Your app is connected: %1 was answered with %2")
                                .arg(request->operation)
                                .arg(request->status));
    m_requestText->setText(
        tr("%1 from %2")
            .arg(request->resource, request->agent.isEmpty() ? request->address : request->agent));
    m_goOn->setText(tr("Go to the overview"));
    m_isAnswered = m_isAnswered || isVisible();
    m_workspace.settings.setWelcomeDone(true);
}

void WelcomePanel::showRefusal(const Admin::RequestRecord &request)
{
    m_requestIcon->setIcon(u"octagon-alert"_s, Token::Danger);
    //: %1 is an error code of the service, %2 an HTTP status.
    m_requestTitle->setText(
        tr("Your app's request was refused: %1 (%2)").arg(request.code).arg(request.status));
    const RequestCause cause = requestCause(request);
    //: %1 is a cause without a full stop, %2 sentences about it.
    m_requestText->setText(tr("%1. %2").arg(cause.title, cause.text));
    m_goOn->setText(tr("Open activity"));
}

void WelcomePanel::goOn()
{
    const std::optional<Admin::RequestRecord> &request = m_requests.request();
    if (request && !RequestListModel::isRefused(*request))
        emit finished();
    else
        emit activityRequested();
}

void WelcomePanel::sendFirstMessage()
{
    if (m_message->text().isEmpty() || m_send->isBusy())
        return;
    m_send->setBusy(true);
    MnsClient &client = m_workspace.connection.mns();
    const auto failed = [this](const Error &error) {
        m_send->setBusy(false);
        m_workspace.notices.complain([] { return tr("The message was not sent."); }, error);
    };
    const auto send = [this, &client, failed] {
        OutgoingMessage message;
        message.body = m_message->text().toUtf8();
        onReply(client.sendMessage(kFirstQueue, message), this,
                [this, failed](const Result<SentMessage> &reply) {
                    if (!reply)
                        return failed(reply.error());
                    m_send->setBusy(false);
                    m_sent->setText(
                        tr("Sent. Message %1 waits in the queue %2.")
                            .arg(shortId(QString::fromLatin1(reply->messageId)), kFirstQueue));
                    m_sent->show();
                    m_openQueue->show();
                    m_workspace.connection.refresh();
                });
    };
    onReply(client.createQueue(kFirstQueue), this,
            [send, failed](const Result<MnsClient::Created> &reply) {
                // With other attributes it serves as well.
                if (!reply && reply.error().code != ErrorCode::QueueAlreadyExist)
                    return failed(reply.error());
                send();
            });
}

void WelcomePanel::copyEnvironment()
{
    QApplication::clipboard()->setText(
        environmentText(m_workspace.connection.endpoint(), m_account));
    m_workspace.notices.say([] { return tr("Copied four environment variables."); });
}

void WelcomePanel::awaitRequest()
{
    runWhileShown(m_requests, *window(), m_workspace.connection);
}

void WelcomePanel::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    m_requests.start();
    showRequest(); // It may have come while another panel was shown.
}

void WelcomePanel::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    if (m_workspace.settings.welcomeDone()) // Else it goes on waiting.
        m_requests.stop();
}

QList<QWidget *> WelcomePanel::regions()
{
    return {m_copyAll, m_languages, m_message};
}

void WelcomePanel::retranslate()
{
    m_title->setText(tr("Your broker is running"));
    m_subtitle->setText(
        tr("It answers the MNS API. Every MNS SDK works with it once its endpoint is changed."));
    m_skip->setText(tr("Skip to overview"));
    m_endpointTitle->setText(tr("Point your app here"));
    m_copyAll->setText(tr("Copy all as environment"));
    const QStringList names = {tr("Endpoint"), tr("AccessKey ID"), tr("AccessKey secret"),
                               tr("Account")};
    const QList<CopyField *> copyFields = {m_endpoint, m_keyId, m_keySecret, m_accountField};
    for (int i = 0; i < names.size(); ++i) {
        m_fieldLabels.at(i)->setText(names.at(i));
        copyFields.at(i)->setName(names.at(i));
    }
    m_snippetTitle->setText(tr("Use your SDK"));
    m_languages->setAccessibleName(tr("Language of the example"));
    m_snippet->setAccessibleName(tr("Example"));
    m_copySnippet->setText(tr("Copy"));
    m_messageTitle->setText(tr("Send a first message"));
    m_messageText->setText(
        tr("Makes the queue %1 and sends one message. Delete it whenever you like.")
            .arg(kFirstQueue));
    m_message->setAccessibleName(tr("Message"));
    if (m_message->text().isEmpty())
        m_message->setText(tr("Hello from Signalbox"));
    m_send->setText(tr("Send first message"));
    m_openQueue->setText(tr("Look at it"));
    m_startsTitle->setText(tr("Or start from what you have"));
    m_connect->setTexts(tr("Connect to another Signalbox…"), tr("A test rig or a server"));
    m_create->setTexts(tr("Create a queue…"), tr("With its own timeouts and limits"));
    m_commands->setTexts(tr("Find a command"), tr("Any action, queue or connection"));
    showSnippet();
    showRequest();
}

} // namespace Signalbox
