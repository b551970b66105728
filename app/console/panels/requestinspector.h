// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "widgets/inspector.h"

namespace Signalbox {

class Button;
class Card;
class IconMark;
class KeyValueList;
class SignedText;
class TextLabel;

/// One answered request: what came, from whom, what was answered; of a refusal why, and where
/// signatures differed what the broker signed and, if it could be found out, what the client did.
class RequestInspector : public Inspector
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestInspector)

public:
    explicit RequestInspector(QWidget *parent = nullptr);

    void showRequest(const Admin::RequestRecord &request);

signals:
    void copied();

protected:
    void languageChanged() override;

private:
    void buildCause();
    void showCause();
    void showFacts();
    void showSignedTexts();
    /// All of it as text, for a ticket.
    [[nodiscard]] QString report() const;

    Admin::RequestRecord m_request;
    Card *m_cause;
    IconMark *m_causeIcon;
    TextLabel *m_causeTitle;
    TextLabel *m_causeText;
    KeyValueList *m_facts;
    SignedText *m_signedHere;
    SignedText *m_signedThere;
    TextLabel *m_advice;
    Button *m_copyReport;
};

} // namespace Signalbox
