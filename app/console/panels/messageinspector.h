// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "widgets/inspector.h"

namespace Signalbox {

class Button;
class CodeView;
class BrokerConnection;
class KeyValueList;
class TextLabel;

/// One message in full: identity, state and history, body, properties.
class MessageInspector : public Inspector
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageInspector)

public:
    explicit MessageInspector(BrokerConnection &connection, QWidget *parent = nullptr);

    /// \a gone: it is no longer where the list shows it. The same message again only renews what
    /// changed.
    void showMessage(const Admin::Message &message, bool gone);

signals:
    void deleteRequested(const QByteArray &messageId);

protected:
    void languageChanged() override;

private:
    void showFacts();
    void showBody();
    void showProperties();

    BrokerConnection &m_connection;
    Admin::Message m_message;
    bool m_gone = false;
    KeyValueList *m_facts;
    CodeView *m_body;
    TextLabel *m_propertiesTitle;
    KeyValueList *m_properties;
    Button *m_delete;
};

} // namespace Signalbox
