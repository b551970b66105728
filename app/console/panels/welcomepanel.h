// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/feeds/firstrequestfeed.h"
#include "console/panels/panel.h"
#include "console/workspace.h"

class QLineEdit;

namespace Signalbox {

class Button;
class Card;
class CodeEdit;
class CopyField;
class IconMark;
class LinkRow;
class SegmentedControl;
class TextLabel;

/// What a new user needs: endpoint and key to copy, a first message in their language, one to send
/// from here, and the first request of their app as soon as it comes, taken or refused.
class WelcomePanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomePanel)

public:
    WelcomePanel(const Workspace &workspace, const QString &account, QWidget *parent = nullptr);

    /// Waits for the first request also while other panels show, as long as the window does.
    void awaitRequest();
    /// The first request that was taken has been on the screen: there is no more to wait for.
    [[nodiscard]] bool isAnswered() const { return m_isAnswered; }

    [[nodiscard]] QList<QWidget *> regions() override;

signals:
    /// The user goes on to the overview.
    void finished();
    void queueOpened(const QString &queueName);
    void activityRequested();
    void connectionWanted();
    void createRequested();
    void paletteRequested();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] Card *buildEndpoint();
    [[nodiscard]] Card *buildSnippets();
    [[nodiscard]] Card *buildFirstMessage();
    /// Other ways to begin, in the card of the first message.
    void addStarts(Card &card);
    [[nodiscard]] Card *buildFirstRequest();
    /// A card's first line: its number on a disc, and its title.
    [[nodiscard]] TextLabel *addStep(Card &card, int number, QWidget *control = nullptr);
    void showSnippet();
    void showRequest();
    void showRefusal(const Admin::RequestRecord &request);
    void goOn();
    void sendFirstMessage();
    void copyEnvironment();

    Workspace m_workspace;
    QString m_account;
    FirstRequestFeed m_requests;
    bool m_isAnswered = false;

    TextLabel *m_title;
    TextLabel *m_subtitle;
    Button *m_skip;
    TextLabel *m_endpointTitle;
    Button *m_copyAll;
    CopyField *m_endpoint;
    CopyField *m_keyId;
    CopyField *m_keySecret;
    CopyField *m_accountField;
    QList<TextLabel *> m_fieldLabels;
    TextLabel *m_snippetTitle;
    SegmentedControl *m_languages;
    CodeEdit *m_snippet;
    TextLabel *m_note;
    Button *m_copySnippet;
    TextLabel *m_messageTitle;
    TextLabel *m_messageText;
    QLineEdit *m_message;
    Button *m_send;
    TextLabel *m_sent;
    Button *m_openQueue;
    TextLabel *m_startsTitle;
    LinkRow *m_connect;
    LinkRow *m_create;
    LinkRow *m_commands;
    IconMark *m_requestIcon;
    TextLabel *m_requestTitle;
    TextLabel *m_requestText;
    Button *m_goOn;
};

} // namespace Signalbox
