// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/heldcard.h"

#include "console/brokerconnection.h"
#include "console/models/queuelistmodel.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "core/limits.h"
#include "widgets/button.h"
#include "widgets/durationedit.h"
#include "widgets/format.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/wraplayout.h"

#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kGiveBack = 1s; // the shortest that MNS takes

} // namespace

HeldCard::HeldCard(const Workspace &workspace, const QString &queueName, QWidget *parent)
    : Card(parent)
    , m_workspace(workspace)
    , m_queueName(queueName)
    , m_title(new TextLabel(TextRole::CardTitle, {}, this))
    , m_by(new DurationEdit(this))
    , m_extend(new Button({}, ButtonKind::Default, u"timer"_s, this))
    , m_giveBack(new Button({}, ButtonKind::Default, u"undo-2"_s, this))
    , m_delete(new Button({}, ButtonKind::DangerGhost, u"check"_s, this))
{
    setColors(Token::InfoBg, Token::BorderSubtle);
    m_by->setRange(Limits::kVisibilityTimeout.min, Limits::kVisibilityTimeout.max);
    const QueueListModel &queues = m_workspace.connection.queues();
    const int row = queues.rowOf(queueName);
    m_by->setDuration((row < 0 ? QueueSettings() : queues.queueAt(row).settings).visibilityTimeout);
    auto *extend = new WrapLayout(Metrics::kSpaceSm);
    extend->addStart(m_by);
    extend->addEnd(m_extend);
    auto *end = new WrapLayout(Metrics::kSpaceSm);
    end->addStart(m_giveBack);
    end->addEnd(m_delete);
    body()->setSpacing(Metrics::kSpaceSm);
    body()->addWidget(m_title);
    body()->addLayout(extend);
    body()->addLayout(end);
    connect(m_extend, &QPushButton::clicked, this, [this] {
        if (const std::optional<std::chrono::seconds> by = m_by->duration())
            changeLease(*by, [by = *by] {
                return tr("The message stays yours for %1.").arg(Format::age(by));
            });
        else
            m_by->setFocus();
    });
    connect(m_giveBack, &QPushButton::clicked, this,
            [this] { changeLease(kGiveBack, [] { return tr("The message is given back."); }); });
    connect(m_delete, &QPushButton::clicked, this, &HeldCard::deleteMessage);
    hide();
    languageChanged();
}

void HeldCard::showMessage(const QByteArray &messageId)
{
    m_messageId = messageId;
    BrokerConnection &connection = m_workspace.connection;
    const qint64 nowMs = connection.status().brokerNowMs();
    const auto lease = connection.held().lease(m_queueName, messageId, nowMs);
    setVisible(lease.has_value());
    if (lease) {
        //: Over the actions for a message that was received in this window; %1 is a duration.
        m_title->setText(
            tr("Yours for %1").arg(Format::age(std::chrono::milliseconds(lease->untilMs - nowMs))));
    }
}

void HeldCard::changeLease(std::chrono::seconds timeout, const Sentence &done)
{
    BrokerConnection &connection = m_workspace.connection;
    const auto lease =
        connection.held().lease(m_queueName, m_messageId, connection.status().brokerNowMs());
    if (!lease)
        return showMessage(m_messageId);
    onReply(connection.mns().changeVisibility(m_queueName, lease->receiptHandle, timeout), this,
            [this, done, id = m_messageId](const Result<ChangedVisibility> &reply) {
                if (!reply)
                    return failed([] { return tr("The lease was not changed."); }, reply.error());
                m_workspace.connection.held().renew(m_queueName, id, *reply);
                m_workspace.notices.say(done);
                emit changed();
            });
}

void HeldCard::deleteMessage()
{
    BrokerConnection &connection = m_workspace.connection;
    const auto lease =
        connection.held().lease(m_queueName, m_messageId, connection.status().brokerNowMs());
    if (!lease)
        return showMessage(m_messageId);
    onReply(connection.mns().deleteMessage(m_queueName, lease->receiptHandle), this,
            [this, id = m_messageId](const Result<void> &reply) {
                if (!reply)
                    return failed([] { return tr("The message was not deleted."); }, reply.error());
                m_workspace.connection.held().drop(m_queueName, id);
                m_workspace.notices.say([] { return tr("The message is done and deleted."); });
                m_workspace.connection.refresh();
                emit deleted(id);
            });
}

void HeldCard::failed(const Sentence &what, const Error &error)
{
    if (error.code == ErrorCode::ReceiptHandleError)
        m_workspace.connection.held().drop(m_queueName, m_messageId);
    m_workspace.notices.complain(what, error);
    showMessage(m_messageId);
}

void HeldCard::languageChanged()
{
    m_by->setAccessibleName(tr("Extend the lease to"));
    m_extend->setText(tr("Extend"));
    m_extend->setToolTip(tr("Keeps the message from others for this long, from now."));
    m_giveBack->setText(tr("Give back"));
    m_giveBack->setToolTip(tr("Others can receive it again in a second."));
    m_delete->setText(tr("Delete for good"));
    m_delete->setToolTip(
        tr("As a receiver does when it is done: with the receipt handle, without undo."));
    if (!m_messageId.isEmpty())
        showMessage(m_messageId);
}

} // namespace Signalbox
