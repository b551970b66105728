// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/requestinspector.h"

#include "console/models/requestcause.h"
#include "console/models/requestlistmodel.h"
#include "console/panels/signedtext.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/format.h"
#include "widgets/iconmark.h"
#include "widgets/keyvaluelist.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

RequestInspector::RequestInspector(QWidget *parent)
    : Inspector(parent)
    , m_cause(new Card(this))
    , m_causeIcon(new IconMark(u"octagon-alert"_s, Token::Danger, 20, m_cause))
    , m_causeTitle(new TextLabel(TextRole::CardTitle, {}, m_cause))
    , m_causeText(new TextLabel(TextRole::Body, Token::Text2, {}, m_cause))
    , m_facts(new KeyValueList(this))
    , m_signedHere(new SignedText(this))
    , m_signedThere(new SignedText(this))
    , m_advice(new TextLabel(TextRole::Hint, Token::Text2, {}, this))
    , m_copyReport(new Button({}, ButtonKind::Default, u"copy"_s, this))
{
    buildCause();
    m_advice->setWordWrap(true);
    body()->addWidget(m_cause);
    body()->addWidget(m_signedHere);
    body()->addWidget(m_signedThere);
    body()->addWidget(m_advice);
    body()->addWidget(m_facts);
    body()->addStretch(1);
    addFooterButton(m_copyReport);
    connect(m_copyReport, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(report());
        emit copied();
    });
    connect(m_facts, &KeyValueList::copied, this, &RequestInspector::copied);
    for (SignedText *text : {m_signedHere, m_signedThere})
        connect(text, &SignedText::copied, this, &RequestInspector::copied);
    languageChanged();
}

void RequestInspector::buildCause()
{
    m_cause->setColors(Token::DangerBg, Token::Danger);
    m_causeTitle->setWordWrap(true);
    m_causeText->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_causeTitle);
    texts->addWidget(m_causeText);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::kSpaceMd);
    row->addWidget(m_causeIcon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    m_cause->body()->addLayout(row);
}

void RequestInspector::showRequest(const Admin::RequestRecord &request)
{
    m_request = request;
    showCause();
    showFacts();
    showSignedTexts();
}

void RequestInspector::showSignedTexts()
{
    const QString here = m_request.stringToSign;
    const QString there =
        m_request.clientStringToSign == here ? QString() : m_request.clientStringToSign;
    m_signedHere->setText(here, there, Tone::Danger);
    m_signedThere->setText(there, here, Tone::Ok);
    m_advice->setVisible(!here.isEmpty());
}

void RequestInspector::showCause()
{
    const bool refused = RequestListModel::isRefused(m_request);
    setTitle(refused ? tr("Why was it refused?") : tr("Request"));
    setState(refused ? StateBadge{}
                     : StateBadge{Tone::Ok, u"circle-check"_s, QString::number(m_request.status)});
    m_cause->setVisible(refused);
    if (!refused)
        return;
    const RequestCause cause = requestCause(m_request);
    m_causeIcon->setIcon(cause.iconName, Token::Danger);
    m_causeTitle->setText(cause.title);
    m_causeText->setText(cause.text);
    m_causeText->setVisible(!cause.text.isEmpty());
}

void RequestInspector::showFacts()
{
    QList<KeyValue> facts;
    const auto add = [&facts](const QString &key, const QString &value, bool mono = false,
                              bool copyable = false) {
        if (!value.isEmpty())
            facts.append({key, value, mono, copyable, {}, Tone::Neutral});
    };
    add(tr("Request ID"), m_request.requestId, true, true);
    add(tr("Operation"), m_request.operation);
    //: The request line: method and path.
    add(tr("Asked for"), m_request.method + u' ' + m_request.resource, true, true);
    //: %1 is an HTTP status, %2 an error code.
    add(tr("Answer"),
        m_request.code.isEmpty()
            ? QString::number(m_request.status)
            : tr("%1 %2").arg(QString::number(m_request.status), m_request.code));
    add(tr("Access key"), m_request.accessKeyId);
    if (m_request.variantsTried > 0) {
        add(tr("Variants tried"),
            m_request.signingMistake == SigningMistake::Unknown
                ? tr("%n, none fits", nullptr, m_request.variantsTried)
                : tr("%n, the last one fits", nullptr, m_request.variantsTried));
    }
    add(tr("From"), m_request.address);
    add(tr("App"), m_request.agent);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(m_request.timeMs);
    add(tr("Time"), Format::time(time, QDateTime::currentDateTime()));
    add(tr("Took"), tr("%1 ms").arg(Format::rate(double(m_request.durationUs) / 1000.0)));
    m_facts->setRows(facts);
}

QString RequestInspector::report() const
{
    QStringList lines;
    if (RequestListModel::isRefused(m_request)) {
        const RequestCause cause = requestCause(m_request);
        lines << cause.title << cause.text << QString();
    }
    lines << m_request.method + u' ' + m_request.resource
          << u"%1 %2 %3"_s.arg(QString::number(m_request.status), m_request.code, m_request.message)
          << u"RequestId %1"_s.arg(m_request.requestId)
          << u"AccessKeyId %1, from %2, %3"_s.arg(m_request.accessKeyId, m_request.address,
                                                  m_request.agent)
          << QDateTime::fromMSecsSinceEpoch(m_request.timeMs).toString(Qt::ISODateWithMs);
    if (!m_request.stringToSign.isEmpty())
        lines << QString() << tr("Signed by the broker, from what arrived:")
              << m_request.stringToSign;
    if (!m_request.clientStringToSign.isEmpty())
        lines << QString() << tr("Signed by the client, found by trying:")
              << m_request.clientStringToSign;
    return lines.join(u'\n');
}

void RequestInspector::languageChanged()
{
    Inspector::languageChanged();
    m_signedHere->setTitle(tr("Signed by the broker, from what arrived"), tr("Copy"));
    m_signedThere->setTitle(tr("Signed by the client, found by trying"), tr("Copy"));
    m_advice->setText(tr("Empty lines stand for headers that did not arrive. A proxy that adds or "
                         "changes a header breaks the signature too."));
    m_copyReport->setText(tr("Copy report"));
    showCause();
    showFacts();
}

} // namespace Signalbox
