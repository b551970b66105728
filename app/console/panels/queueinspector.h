// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/feeds/namedfeed.h"
#include "console/workspace.h"
#include "widgets/inspector.h"
#include "widgets/keyvaluelist.h"

#include <memory>

namespace Signalbox {

class Button;
class Sparkline;
class TextLabel;

/// One queue beside the list of queues: what it does, its attributes, who receives from it.
class QueueInspector : public Inspector
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueInspector)

public:
    explicit QueueInspector(const Workspace &workspace, QWidget *parent = nullptr);
    ~QueueInspector() override;

    /// Shows the queue \a queueName as it is now; call again when it changed.
    void showQueue(const QString &queueName);
    [[nodiscard]] const QString &queueName() const { return m_queueName; }

signals:
    void openRequested(const QString &queueName);
    void sendRequested(const QString &queueName);
    void purgeRequested(const QString &queueName);

protected:
    void languageChanged() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void showFacts();
    [[nodiscard]] static QString deadLettersText(const DeadLetterPolicy &policy);
    void showReceivers();
    void followReceivers();

    Workspace m_workspace;
    QString m_queueName;
    std::unique_ptr<ReceiverFeed> m_receiverFeed; ///< Of the queue shown.
    Sparkline *m_course;
    KeyValueList *m_flow;
    TextLabel *m_attributesTitle;
    KeyValueList *m_attributes;
    TextLabel *m_receiversTitle;
    TextLabel *m_noReceivers;
    KeyValueList *m_receivers;
    Button *m_open;
    Button *m_send;
    Button *m_purge;
};

} // namespace Signalbox
