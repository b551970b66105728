// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/models/messagetemplate.h"
#include "widgets/codetext.h"
#include "widgets/themedwidget.h"

#include <QByteArray>

class QCheckBox;

namespace Signalbox {

class CodeEdit;
class FileBody;
class FormField;
class IconButton;
class SegmentedControl;
class TextLabel;

/// The body of a message to be sent: an editor that knows JSON and XML or a file, whether it
/// travels as Base64, and its size against what the queue takes.
class BodyForm : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BodyForm)

public:
    explicit BodyForm(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isBase64() const;
    [[nodiscard]] CodeLanguage language() const;
    /// The kind of body follows from \a text.
    void setText(const QString &text, bool base64);
    /// The same from a body as it travelled.
    void setBody(const QByteArray &body);
    /// What the queue's other messages do; only until somebody chose.
    void suggestBase64(bool base64);
    /// The body of message \a number as it travels.
    [[nodiscard]] static QByteArray travelling(const MessageTemplate &text, int number,
                                               bool base64);
    [[nodiscard]] QByteArray first() const;

    /// Bytes that the queue takes.
    void setLimit(int bytes);
    /// What is to be mended before there is a body to send, which is said then; otherwise null.
    [[nodiscard]] QWidget *wrongField();

signals:
    void changed();

protected:
    void languageChanged() override;

private:
    [[nodiscard]] bool isFile() const;
    [[nodiscard]] QString fileProblem() const;
    void useLanguage();
    void takeFile();
    void showSize();

    SegmentedControl *m_language;
    IconButton *m_format;
    CodeEdit *m_text;
    FileBody *m_file;
    FormField *m_field;
    QCheckBox *m_base64;
    TextLabel *m_base64Hint;
    TextLabel *m_size;
    int m_limit;
    bool m_hasChosenBase64 = false;
    bool m_typedBase64 = false; ///< While a file decides.
};

} // namespace Signalbox
