// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/models/messagetemplate.h"
#include "widgets/codetext.h"
#include "widgets/themedwidget.h"

class QSpinBox;

namespace Signalbox {

class CodeEdit;
class FormField;
class TextLabel;

/// How many copies of a message to send, and how fast, with the first of them as it will be sent.
class CopiesForm : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CopiesForm)

public:
    explicit CopiesForm(QWidget *parent = nullptr);

    [[nodiscard]] int copies() const;
    /// Messages a second; 0: as fast as they go.
    [[nodiscard]] int rate() const;
    /// What is to be sent, for the preview.
    void setBody(const MessageTemplate &body, CodeLanguage language);

signals:
    void copiesChanged();

protected:
    void languageChanged() override;

private:
    void showRate();
    void showPreview();

    MessageTemplate m_body;
    CodeLanguage m_language = CodeLanguage::Plain;
    QSpinBox *m_copies;
    FormField *m_copiesField;
    QSpinBox *m_rate;
    FormField *m_rateField;
    TextLabel *m_previewTitle;
    CodeEdit *m_preview;
};

} // namespace Signalbox
