// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "widgets/themedwidget.h"

#include <QByteArray>

namespace Signalbox {

class Button;
class IconMark;
class TextLabel;

/// A file to be the body of a message. It is read beside the GUI thread; what is larger than any
/// message is not read at all.
class FileBody : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileBody)

public:
    explicit FileBody(QWidget *parent = nullptr);
    ~FileBody() override;

    /// Asks for a file.
    void choose();
    void load(const QString &path);

    [[nodiscard]] bool isReading() const { return m_isReading; }
    /// There is a file, and it was read.
    [[nodiscard]] bool hasContent() const { return m_hasContent; }
    /// The file can travel as it is; otherwise only as Base64.
    [[nodiscard]] bool isText() const { return m_isText; }
    /// As the body is typed: the text, or the Base64 of what is none.
    [[nodiscard]] QString text() const;
    /// Why there is no content though a file was chosen; empty while nothing is wrong.
    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] Button *chooseButton() const { return m_choose; }

signals:
    /// Another file, or it was read, or could not be.
    void changed();

protected:
    void languageChanged() override;

private:
    void take(const Result<QByteArray> &read);
    void showFile();

    IconMark *m_icon;
    TextLabel *m_name;
    TextLabel *m_kind;
    Button *m_choose;
    QString m_path;
    QByteArray m_content;
    QString m_problem;
    int m_reading = 0; ///< Number of the last file; the answers of earlier ones are dropped.
    bool m_isReading = false;
    bool m_hasContent = false;
    bool m_isText = false;
};

} // namespace Signalbox
