// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/requestinspector.h"

#include "console/iconmark.h"
#include "console/models/requestcause.h"
#include "console/models/requestlistmodel.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/codeedit.h"
#include "widgets/format.h"
#include "widgets/keyvaluelist.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QDateTime>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLineHeight = 16;
constexpr int kMostLines = 16;

} // namespace

RequestInspector::RequestInspector(QWidget *parent)
    : Inspector(parent)
    , m_cause(new Card(this))
    , m_causeIcon(new IconMark(u"octagon-alert"_s, Token::Danger, 20, m_cause))
    , m_causeTitle(new TextLabel(TextRole::CardTitle, {}, m_cause))
    , m_causeText(new TextLabel(TextRole::Body, Token::Text2, {}, m_cause))
    , m_facts(new KeyValueList(this))
    , m_signed(new QWidget(this))
    , m_signedTitle(new TextLabel(TextRole::CardTitle, {}, m_signed))
    , m_stringToSign(new CodeEdit(m_signed))
    , m_advice(new TextLabel(TextRole::Hint, Token::Text2, {}, m_signed))
    , m_copyString(new Button({}, ButtonKind::Link, u"copy"_s, m_signed))
    , m_copyReport(new Button({}, ButtonKind::Default, u"copy"_s, this))
{
    buildCause();
    buildStringToSign();
    body()->addWidget(m_cause);
    body()->addWidget(m_facts);
    body()->addWidget(m_signed);
    body()->addStretch(1);
    addFooterButton(m_copyReport);
    connect(m_copyReport, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(report());
        emit copied();
    });
    connect(m_facts, &KeyValueList::copied, this, [this] { emit copied(); });
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

void RequestInspector::buildStringToSign()
{
    m_stringToSign->setReadOnly(true);
    m_advice->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_signedTitle, 1);
    head->addWidget(m_copyString);
    auto *column = new QVBoxLayout(m_signed);
    column->setContentsMargins(0, Metrics::kSpaceSm, 0, 0);
    column->setSpacing(Metrics::kSpaceSm);
    column->addLayout(head);
    column->addWidget(m_stringToSign);
    column->addWidget(m_advice);
    connect(m_copyString, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_request.stringToSign);
        emit copied();
    });
}

void RequestInspector::showRequest(const Admin::RequestRecord &request)
{
    m_request = request;
    showCause();
    showFacts();
    const bool isSigned = !request.stringToSign.isEmpty();
    m_signed->setVisible(isSigned);
    if (!isSigned)
        return;
    m_stringToSign->setCode(request.stringToSign, CodeLanguage::Plain);
    const int lines = std::min(int(request.stringToSign.count(u'\n')) + 1, kMostLines);
    m_stringToSign->setFixedHeight(
        Theme::current().px((lines + 1) * kLineHeight + Metrics::kSpaceMd));
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
    return lines.join(u'\n');
}

void RequestInspector::languageChanged()
{
    Inspector::languageChanged();
    m_signedTitle->setText(tr("Signed by the broker, from what arrived"));
    m_stringToSign->setAccessibleName(tr("Signed by the broker, from what arrived"));
    m_advice->setText(tr("Empty lines stand for headers that did not arrive. A proxy that adds or "
                         "changes a header breaks the signature too."));
    m_copyString->setText(tr("Copy"));
    m_copyReport->setText(tr("Copy report"));
    if (auto *scroll = findChild<QScrollArea *>())
        scroll->setAccessibleName(tr("Request"));
    showCause();
    showFacts();
}

} // namespace Signalbox
