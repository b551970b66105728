// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/attemptinspector.h"

#include "console/brokerconnection.h"
#include "console/dialogs/sendtourldialog.h"
#include "console/models/attemptlistmodel.h"
#include "console/models/subscriptionstate.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "console/panels/attemptladder.h"
#include "protocol/pushendpoint.h"
#include "protocol/pushverdict.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/codeedit.h"
#include "widgets/format.h"
#include "widgets/keyvaluelist.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/statuspill.h"
#include "widgets/tabstrip.h"
#include "widgets/textpainter.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastTextHeight = 180;
const auto kCertificateHeader = u"x-mns-signing-cert-url"_s;

QString valueOf(const Admin::Headers &headers, const QString &wanted)
{
    for (const auto &[name, value] : headers) {
        if (name.compare(wanted, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

QString headerLines(const Admin::Headers &headers)
{
    QString lines;
    for (const auto &[name, value] : headers)
        lines += u"%1: %2\n"_s.arg(name, value);
    return lines;
}

bool isMail(const Admin::Attempt &attempt)
{
    const Result<PushEndpoint> endpoint = parsePushEndpoint(attempt.endpoint);
    return endpoint && endpoint->channel == PushChannel::Mail;
}

QString responseTextOf(const Admin::Attempt &attempt)
{
    if (attempt.status == 0)
        return attempt.error;
    if (isMail(attempt))
        return attempt.responseBody;
    return u"HTTP/1.1 %1\n%2\n%3"_s.arg(QString::number(attempt.status),
                                        headerLines(attempt.responseHeaders), attempt.responseBody);
}

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"'\\''"_s) + u'\'';
}

/// What its receiver got.
ReceivedRequest receivedAs(const Admin::Attempt &attempt)
{
    ReceivedRequest request;
    request.requestUri = attempt.stringToSign.section(u'\n', -1).toUtf8();
    for (const auto &[name, value] : attempt.requestHeaders)
        request.headers.append({name.toUtf8(), value.toUtf8()});
    request.body = attempt.requestBody.toUtf8();
    return request;
}

StateBadge verdictBadge(PushVerdict verdict)
{
    switch (verdict) {
    case PushVerdict::Valid:
        return {Tone::Ok, u"circle-check"_s,
                AttemptInspector::tr("Valid: a receiver that checks it accepts it")};
    case PushVerdict::Unsigned:
        return {Tone::Danger, u"circle-x"_s, AttemptInspector::tr("It is not signed")};
    case PushVerdict::BodyDiffers:
        return {Tone::Danger, u"circle-x"_s,
                AttemptInspector::tr("Content-md5 is not that of the body")};
    case PushVerdict::SignatureDiffers:
        return {Tone::Danger, u"circle-x"_s,
                AttemptInspector::tr("Not made with the certificate the broker serves now")};
    case PushVerdict::NoCertificate:
        break;
    }
    return {Tone::Warn, u"triangle-alert"_s,
            AttemptInspector::tr("The broker's certificate could not be read")};
}

} // namespace

QString requestTextOf(const Admin::Attempt &attempt)
{
    const QUrl url(attempt.endpoint);
    if (!url.scheme().startsWith("http"_L1)) // the envelope, or what a gateway got
        return headerLines(attempt.requestHeaders) + u'\n' + attempt.requestBody;
    QString target = url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded);
    if (!target.startsWith(u'/'))
        target.prepend(u'/');
    return u"POST %1 HTTP/1.1\n%2\n%3"_s.arg(target, headerLines(attempt.requestHeaders),
                                             attempt.requestBody);
}

QString curlCommandOf(const Admin::Attempt &attempt)
{
    QString command = u"curl -X POST "_s + quoted(attempt.endpoint);
    for (const auto &[name, value] : attempt.requestHeaders) {
        if (name == "Host"_L1 || name == "Content-Length"_L1)
            continue; // as curl makes them of the URL and the body, which may be edited
        command += u" \\\n  -H "_s + quoted(name + u": "_s + value);
    }
    return command + u" \\\n  --data-binary "_s + quoted(attempt.requestBody);
}

AttemptInspector::AttemptInspector(const Workspace &workspace, QWidget *parent)
    : Inspector(parent)
    , m_workspace(workspace)
    , m_facts(new KeyValueList(this))
    , m_ladderTitle(new TextLabel(TextRole::CardTitle, {}, this))
    , m_rungs(new AttemptLadder(this))
    , m_exchange(new QWidget(this))
    , m_parts(new TabStrip(m_exchange))
    , m_verdict(new StatusPill(m_exchange))
    , m_note(new TextLabel(TextRole::Hint, Token::Text2, {}, m_exchange))
    , m_text(new CodeEdit(m_exchange))
    , m_again(new Button({}, ButtonKind::Default, u"rotate-ccw"_s, this))
    , m_elsewhere(new Button({}, ButtonKind::Default, {}, this))
    , m_curl(new IconButton(u"terminal"_s, {}, this))
{
    build();
    languageChanged();
}

void AttemptInspector::build()
{
    for (int part = 0; part < PartCount; ++part)
        m_parts->addTab({});
    m_note->setWordWrap(true);
    m_text->setReadOnly(true);
    m_text->setMinimumHeight(Theme::current().px(kLeastTextHeight));
    auto *exchange = new QVBoxLayout(m_exchange);
    exchange->setContentsMargins(0, 0, 0, 0);
    exchange->setSpacing(Metrics::kSpaceSm);
    exchange->addWidget(new Hairline(Qt::Horizontal, this));
    auto *parts = new QHBoxLayout;
    parts->setContentsMargins(-TabStrip::kInset, 0, 0, 0);
    parts->addWidget(m_parts);
    exchange->addLayout(parts);
    exchange->addWidget(m_verdict, 0, Qt::AlignLeft);
    exchange->addWidget(m_note);
    exchange->addWidget(m_text, 1);

    body()->addWidget(m_facts);
    body()->addWidget(m_ladderTitle);
    body()->addWidget(m_rungs);
    body()->addWidget(m_exchange, 1);
    body()->addStretch();
    addFooterButton(m_again);
    addFooterButton(m_elsewhere);
    addFooterButton(m_curl, true);
    connect(m_facts, &KeyValueList::copied, this, &AttemptInspector::copied);
    connect(m_parts, &QTabBar::currentChanged, this, &AttemptInspector::showPart);
    connect(m_again, &QPushButton::clicked, this, &AttemptInspector::sendAgain);
    connect(m_elsewhere, &QPushButton::clicked, this, &AttemptInspector::askForUrl);
    connect(m_curl, &QToolButton::clicked, this, [this] {
        QApplication::clipboard()->setText(curlCommandOf(m_attempt));
        emit copied();
    });
}

void AttemptInspector::showAttempt(const Admin::Attempt &attempt,
                                   const QList<Admin::Attempt> &ladder, const QString &channel)
{
    const bool isOther = m_attempt.number != attempt.number;
    m_attempt = attempt;
    m_ladder = ladder;
    m_channel = channel;
    setTitle(attempt.isManual ? tr("Sent by hand") : tr("Attempt %1").arg(attempt.attempt));
    setState(AttemptListModel::badgeOf(attempt, channel));
    showLadder();
    if (!isOther)
        return; // Nothing of an attempt changes but what follows it.
    showFacts();
    m_exchange->setVisible(!attempt.requestHeaders.isEmpty());
    const bool isPush = !attempt.stringToSign.isEmpty();
    const QString reason =
        isPush ? QString() : tr("Only what was sent over HTTP can be sent again.");
    m_again->setDisabledReason(reason);
    m_elsewhere->setDisabledReason(reason);
    m_curl->setEnabled(isPush && attempt.endpoint.startsWith("http"_L1, Qt::CaseInsensitive));
    showPart();
}

void AttemptInspector::showFacts()
{
    KeyValue subscription{tr("Subscription"), m_attempt.subscription};
    KeyValue endpoint{tr("Endpoint"), m_attempt.endpoint};
    endpoint.mono = true;
    endpoint.copyable = true;
    KeyValue message{tr("Message"), m_attempt.messageId};
    message.mono = true;
    message.copyable = true;
    QList<KeyValue> facts{subscription, endpoint, message};
    if (!m_attempt.error.isEmpty()) {
        KeyValue error{tr("Cause"), m_attempt.error};
        error.tone = Tone::Danger;
        facts.append(error);
    }
    m_facts->setRows(facts);
}

void AttemptInspector::showLadder()
{
    const QList<Admin::Attempt> shown =
        m_ladder.isEmpty() ? QList<Admin::Attempt>{m_attempt} : m_ladder;
    m_rungs->setRungs(ladderRungs(shown, m_channel, m_workspace.connection.status().brokerNowMs()));
}

void AttemptInspector::showPart()
{
    const QByteArray url =
        QByteArray::fromBase64(valueOf(m_attempt.requestHeaders, kCertificateHeader).toLatin1());
    m_verdict->hide();
    switch (m_parts->currentIndex()) {
    case Request:
        m_note->setText(tr("As it was sent, header by header."));
        m_text->setCode(requestTextOf(m_attempt), CodeLanguage::Plain);
        break;
    case Response:
        m_note->setText(m_attempt.status == 0 ? tr("There was no answer.")
                                              : tr("Its body up to the first 4 KiB."));
        m_text->setCode(responseTextOf(m_attempt), CodeLanguage::Plain);
        break;
    default:
        m_note->setText(
            m_attempt.stringToSign.isEmpty()
                ? QString()
                : tr("Signed with RSA-SHA1 in Authorization. Receivers verify it with the "
                     "certificate at %1.")
                      .arg(QString::fromUtf8(url)));
        m_text->setCode(m_attempt.stringToSign, CodeLanguage::Plain);
        checkSignature();
        break;
    }
}

void AttemptInspector::checkSignature()
{
    if (m_attempt.stringToSign.isEmpty())
        return;
    onReply(m_workspace.connection.admin().pushCertificate(), this,
            [this, number = m_attempt.number](const Result<QByteArray> &certificate) {
                if (number != m_attempt.number || m_parts->currentIndex() != Signature)
                    return; // the user went on
                m_verdict->setState(verdictBadge(
                    verifyPush(receivedAs(m_attempt), certificate ? *certificate : QByteArray())));
                m_verdict->show();
            });
}

void AttemptInspector::sendAgain()
{
    m_again->setBusy(true);
    onReply(m_workspace.connection.admin().sendAttemptAgain(m_attempt.number), this,
            [this](const Result<Admin::Attempt> &reply) {
                m_again->setBusy(false);
                if (!reply)
                    return m_workspace.notices.complain(
                        [] { return tr("The attempt was not sent again."); }, reply.error());
                emit sentAgain(*reply);
            });
}

void AttemptInspector::askForUrl()
{
    auto *dialog = new SendToUrlDialog(m_workspace, m_attempt, window());
    connect(dialog, &SendToUrlDialog::sent, this, &AttemptInspector::sentAgain);
    dialog->open();
}

void AttemptInspector::languageChanged()
{
    Inspector::languageChanged();
    m_ladderTitle->setText(tr("Retry ladder"));
    m_parts->setAccessibleName(tr("Parts of the exchange"));
    m_parts->setTabText(Request, tr("Request"));
    m_parts->setTabText(Response, tr("Response"));
    m_parts->setTabText(Signature, tr("Signature"));
    m_text->setAccessibleName(tr("Text of the chosen part"));
    m_again->setText(tr("Send again"));
    m_elsewhere->setText(tr("Send to another URL…"));
    m_curl->setName(tr("Copy as curl command"));
    if (m_attempt.number > 0) {
        const Admin::Attempt attempt = m_attempt;
        m_attempt.number = 0; // All of it reads differently.
        showAttempt(attempt, m_ladder, m_channel);
    }
}

} // namespace Signalbox
