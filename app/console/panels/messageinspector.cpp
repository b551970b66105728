// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/messageinspector.h"

#include "console/brokerconnection.h"
#include "console/models/deadletter.h"
#include "console/models/messagestate.h"
#include "console/panels/heldcard.h"
#include "core/limits.h"
#include "protocol/propertyxml.h"
#include "protocol/searchquery.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/codeview.h"
#include "widgets/format.h"
#include "widgets/label.h"

#include <QDateTime>
#include <QVBoxLayout>

#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kViewerHeight = 260;

} // namespace

MessageInspector::MessageInspector(const Workspace &workspace, const QString &queueName,
                                   QWidget *parent)
    : Inspector(parent)
    , m_workspace(workspace)
    , m_queueName(queueName)
    , m_facts(new KeyValueList(this))
    , m_held(new HeldCard(workspace, queueName, this))
    , m_body(new CodeView(this))
    , m_propertiesTitle(new TextLabel(TextRole::CardTitle, {}, this))
    , m_properties(new KeyValueList(this))
    , m_resend(new Button({}, ButtonKind::Default, u"pencil"_s, this))
    , m_redrive(new Button({}, ButtonKind::Default, u"undo-2"_s, this))
    , m_move(new Button({}, ButtonKind::Default, u"folder-input"_s, this))
    , m_delete(new Button({}, ButtonKind::DangerGhost, u"trash-2"_s, this))
{
    m_body->setMinimumHeight(Theme::current().px(kViewerHeight));
    body()->addWidget(m_facts);
    body()->addWidget(m_held);
    body()->addWidget(new Hairline(Qt::Horizontal, this));
    body()->addWidget(m_body, 1);
    body()->addWidget(m_propertiesTitle);
    body()->addWidget(m_properties);
    addFooterButton(m_resend);
    addFooterButton(m_redrive);
    addFooterButton(m_move);
    addFooterButton(m_delete, true);
    connect(m_resend, &QPushButton::clicked, this, [this] { emit resendRequested(m_message); });
    connect(m_redrive, &QPushButton::clicked, this,
            [this] { emit redriveRequested(m_message.messageId); });
    connect(m_move, &QPushButton::clicked, this,
            [this] { emit moveRequested(m_message.messageId); });
    connect(m_held, &HeldCard::deleted, this, &MessageInspector::deleted);
    connect(m_held, &HeldCard::changed, this, &MessageInspector::leaseChanged);
    connect(m_delete, &QPushButton::clicked, this,
            [this] { emit deleteRequested(m_message.messageId); });
    languageChanged();
}

void MessageInspector::showMessage(const Admin::Message &message, bool gone)
{
    const bool same = message.messageId == m_message.messageId;
    m_message = message;
    m_gone = gone;
    showFacts();
    if (same)
        return;
    showBody();
    showProperties();
}

void MessageInspector::setSearch(const QString &search)
{
    if (m_search == search)
        return;
    m_search = search;
    const auto parsed = SearchQuery::parse(search);
    const auto *query = std::get_if<SearchQuery>(&parsed);
    if (query && query->kind == SearchQuery::Kind::Text)
        m_body->setHighlight(query->text);
    else if (query && query->kind == SearchQuery::Kind::JsonValue)
        m_body->setHighlight({}, query->path);
    else
        m_body->setHighlight({});
}

void MessageInspector::showFacts()
{
    setState(m_gone ? goneMessageBadge() : messageStateBadge(m_message.state));
    const QString gone = m_gone ? tr("This message has left.") : QString();
    const QString stays = m_message.state == Admin::MessageState::Leased && !m_gone
        ? tr("A message in flight stays, so that its receiver can finish.")
        : gone;
    m_delete->setDisabledReason(gone);
    m_redrive->setVisible(isDeadLetter(m_message));
    m_redrive->setDisabledReason(stays);
    m_move->setVisible(!isDeadLetter(m_message));
    m_move->setDisabledReason(stays);
    m_held->showMessage(m_message.messageId);
    m_facts->setRows(facts());
}

QList<KeyValue> MessageInspector::facts() const
{
    using Milliseconds = std::chrono::milliseconds;
    BrokerConnection &connection = m_workspace.connection;
    const qint64 nowMs = connection.status().brokerNowMs();
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(nowMs);
    const auto time = [&now](qint64 ms) {
        return Format::time(QDateTime::fromMSecsSinceEpoch(ms), now);
    };
    QList<KeyValue> facts;
    const auto add = [&facts](const QString &key, const QString &value, bool isId = false) {
        KeyValue fact{key, value};
        fact.mono = isId;
        fact.copyable = isId;
        facts.append(fact);
    };
    if (const std::optional<Admin::DeadLetter> &letter = m_message.deadLetter) {
        if (!letter->redrivenFrom.isEmpty()) {
            add(tr("Moved back from"), letter->redrivenFrom);
        } else {
            add(tr("Dead letter of"), deadLetterOrigin(*letter));
            //: %1 is why a message became a dead letter, %2 when.
            add(tr("Why"), tr("%1 · %2").arg(deadLetterReason(*letter), time(letter->atMs)));
            if (!letter->lastFailure.isEmpty())
                add(tr("Last failure"), letter->lastFailure);
        }
    }
    add(tr("Message ID"), QString::fromLatin1(m_message.messageId), true);
    if (const auto lease = connection.held().lease(m_queueName, m_message.messageId, nowMs))
        add(tr("Receipt handle"), QString::fromLatin1(lease->receiptHandle), true);
    add(tr("Enqueued"), time(m_message.enqueueTimeMs));
    if (!m_message.holder.isEmpty())
        add(m_message.state == Admin::MessageState::Leased ? tr("Held by") : tr("Last received by"),
            m_message.holder);
    if (m_message.nextVisibleTimeMs && *m_message.nextVisibleTimeMs > nowMs) {
        //: %1 is a countdown such as "in 27 s", %2 a time.
        const QString when =
            tr("%1 · %2").arg(Format::countdown(Milliseconds(*m_message.nextVisibleTimeMs - nowMs)),
                              time(*m_message.nextVisibleTimeMs));
        add(m_message.dequeueCount > 0 ? tr("Visible again") : tr("Visible"), when);
    }
    add(tr("Received"), receivesText());
    const int maxReceives = deadLetterPolicy().maxReceiveCount;
    if (isNearDeadLetter(m_message.dequeueCount, maxReceives))
        facts.last().tone = Tone::Danger;
    if (m_message.firstDequeueTimeMs)
        add(tr("First received"), time(*m_message.firstDequeueTimeMs));
    add(tr("Priority"),
        m_message.priority == Limits::kDefaultPriority ? tr("%1 (default)").arg(m_message.priority)
                                                       : QString::number(m_message.priority));
    if (!m_message.groupId.isEmpty())
        add(tr("Group"), m_message.groupId, true);
    add(tr("Body MD5"), QString::fromLatin1(m_message.bodyMd5), true);
    return facts;
}

DeadLetterPolicy MessageInspector::deadLetterPolicy() const
{
    const QueueListModel &queues = m_workspace.connection.queues();
    const int row = queues.rowOf(m_queueName);
    return row < 0 ? DeadLetterPolicy() : queues.queueAt(row).settings.deadLetters;
}

QString MessageInspector::receivesText() const
{
    const DeadLetterPolicy policy = deadLetterPolicy();
    if (policy.maxReceiveCount > 0) {
        //: %1 receives of at most %2, then a message becomes a dead letter in the queue %3.
        return tr("%1 of %2, then to %3")
            .arg(Format::count(m_message.dequeueCount), Format::count(policy.maxReceiveCount),
                 policy.targetQueue);
    }
    return m_message.dequeueCount == 0 ? tr("never")
                                       : tr("%Ln time(s)", nullptr, m_message.dequeueCount);
}

void MessageInspector::showBody()
{
    m_body->setBody(m_message.body);
}

void MessageInspector::showProperties()
{
    QList<KeyValue> rows;
    const auto add = [&rows](const QList<MessageProperty> &properties) {
        for (const MessageProperty &property : properties) {
            const QString value = property.type == PropertyType::String
                ? property.value
                : u"%1 (%2)"_s.arg(property.value, propertyTypeName(property.type));
            rows.append({property.name, value, true, true, property.value, Tone::Neutral});
        }
    };
    add(m_message.userProperties);
    add(m_message.systemProperties);
    m_properties->setRows(rows);
    m_propertiesTitle->setVisible(!rows.isEmpty());
    m_properties->setVisible(!rows.isEmpty());
}

void MessageInspector::languageChanged()
{
    Inspector::languageChanged();
    setTitle(tr("Message"));
    setAccessibleName(tr("Message"));
    m_body->setTitle(tr("Body"));
    m_propertiesTitle->setText(tr("Properties"));
    m_resend->setText(tr("Resend…"));
    m_redrive->setText(tr("Redrive…"));
    m_move->setText(tr("Move…"));
    m_delete->setText(tr("Delete"));
    if (!m_message.messageId.isEmpty())
        showFacts();
}

} // namespace Signalbox
