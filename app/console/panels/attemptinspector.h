// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/workspace.h"
#include "widgets/inspector.h"

namespace Signalbox {

class AttemptLadder;
class Button;
class CodeEdit;
class IconButton;
class KeyValueList;
class StatusPill;
class TabStrip;
class TextLabel;

/// One attempt in full: the ladder it belongs to, the request as it was sent, the response, and
/// what was signed. It can be sent again.
class AttemptInspector : public Inspector
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttemptInspector)

public:
    explicit AttemptInspector(const Workspace &workspace, QWidget *parent = nullptr);

    /// \a ladder: all attempts for the same message and subscription, the first one first.
    void showAttempt(const Admin::Attempt &attempt, const QList<Admin::Attempt> &ladder,
                     const QString &channel);
    [[nodiscard]] const Admin::Attempt &attempt() const { return m_attempt; }

signals:
    void copied();
    /// The attempt was sent again; \a ended is what came of it.
    void sentAgain(const Signalbox::Admin::Attempt &ended);

protected:
    void languageChanged() override;

private:
    enum Part { Request, Response, Signature, PartCount };

    void build();
    void showFacts();
    void showLadder();
    void showPart();
    /// As a receiver would, with the certificate that the broker serves.
    void checkSignature();
    void sendAgain();
    void askForUrl();

    Workspace m_workspace;
    Admin::Attempt m_attempt;
    QList<Admin::Attempt> m_ladder;
    QString m_channel;
    KeyValueList *m_facts;
    TextLabel *m_ladderTitle;
    AttemptLadder *m_rungs;
    QWidget *m_exchange; ///< Of an attempt over HTTP.
    TabStrip *m_parts;
    StatusPill *m_verdict;
    TextLabel *m_note;
    CodeEdit *m_text;
    Button *m_again;
    Button *m_elsewhere;
    IconButton *m_curl;
};

/// The request of an attempt as it went over the wire.
[[nodiscard]] QString requestTextOf(const Admin::Attempt &attempt);
/// A shell command that sends the same request.
[[nodiscard]] QString curlCommandOf(const Admin::Attempt &attempt);

} // namespace Signalbox
