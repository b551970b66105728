// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/sentence.h"
#include "console/workspace.h"
#include "widgets/card.h"

#include <QByteArray>

namespace Signalbox {

class Button;
class DurationEdit;
class TextLabel;
struct Error;

/// What the holder of a message can do with its receipt handle: extend the lease, give the message
/// back, delete it for good. Shown for messages received in this window.
class HeldCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeldCard)

public:
    HeldCard(const Workspace &workspace, const QString &queueName, QWidget *parent = nullptr);

    /// Shows itself when \a messageId is held by this window, else hides; counts down the lease.
    void showMessage(const QByteArray &messageId);

signals:
    /// The message was deleted with its handle.
    void deleted(const QByteArray &messageId);
    /// Its lease is another one now.
    void changed();

protected:
    void languageChanged() override;

private:
    void changeLease(std::chrono::seconds timeout, const Sentence &done);
    void deleteMessage();
    void failed(const Sentence &what, const Error &error);

    Workspace m_workspace;
    QString m_queueName;
    QByteArray m_messageId;
    TextLabel *m_title;
    DurationEdit *m_by;
    Button *m_extend;
    Button *m_giveBack;
    Button *m_delete;
};

} // namespace Signalbox
