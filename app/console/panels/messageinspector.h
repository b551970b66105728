// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/workspace.h"
#include "widgets/inspector.h"
#include "widgets/keyvaluelist.h"

namespace Signalbox {

class Button;
class CodeView;
class HeldCard;
class TextLabel;

/// One message in full: identity, state and history, body, properties.
class MessageInspector : public Inspector
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageInspector)

public:
    MessageInspector(const Workspace &workspace, const QString &queueName,
                     QWidget *parent = nullptr);

    /// \a gone: it is no longer where the list shows it. The same message again only renews what
    /// changed.
    void showMessage(const Admin::Message &message, bool gone);
    /// Marks what \a search, as the list of messages takes it, finds in bodies.
    void setSearch(const QString &search);

signals:
    void deleteRequested(const QByteArray &messageId);
    void redriveRequested(const QByteArray &messageId);
    void moveRequested(const QByteArray &messageId);
    /// The user wants to send one like it.
    void resendRequested(const Signalbox::Admin::Message &message);
    /// It was deleted with its receipt handle.
    void deleted(const QByteArray &messageId);
    /// Its lease is another one now.
    void leaseChanged();

protected:
    void languageChanged() override;

private:
    void showFacts();
    [[nodiscard]] QList<KeyValue> facts() const;
    [[nodiscard]] QString receivesText() const;
    /// Of the queue, as far as it is known.
    [[nodiscard]] DeadLetterPolicy deadLetterPolicy() const;
    void showBody();
    void showProperties();

    Workspace m_workspace;
    QString m_queueName;
    Admin::Message m_message;
    QString m_search;
    bool m_gone = false;
    KeyValueList *m_facts;
    HeldCard *m_held;
    CodeView *m_body;
    TextLabel *m_propertiesTitle;
    KeyValueList *m_properties;
    Button *m_resend;
    Button *m_redrive; ///< In place of m_move, of dead letters.
    Button *m_move;
    Button *m_delete;
};

} // namespace Signalbox
