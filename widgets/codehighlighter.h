// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/codetext.h"

#include <QSyntaxHighlighter>

namespace Signalbox {

/// Colours a document with the syntax tokens of the current theme.
class CodeHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeHighlighter)
public:
    explicit CodeHighlighter(QTextDocument *document);
    ~CodeHighlighter() override;

    void setLanguage(CodeLanguage language);
    [[nodiscard]] CodeLanguage language() const { return m_language; }

protected:
    void highlightBlock(const QString &text) override;

private:
    void highlightJson(const QString &text);
    void highlightXml(const QString &text);
    void highlightSource(const QString &text);

    CodeLanguage m_language = CodeLanguage::Plain;
};

} // namespace Signalbox
