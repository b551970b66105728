// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/codetext.h"
#include "widgets/theme.h"

#include <QRegularExpression>
#include <QSyntaxHighlighter>

#include <functional>

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
    /// Colours what a group of a match captured, if it did.
    using Paint = std::function<void(int group, Token color)>;
    using Painter = std::function<void(const QRegularExpressionMatch &match, const Paint &paint)>;
    void eachMatch(const QRegularExpression &token, const QString &text, const Painter &painter);
    void highlightJson(const QString &text);
    void highlightXml(const QString &text);
    void highlightSource(const QString &text);

    CodeLanguage m_language = CodeLanguage::Plain;
};

} // namespace Signalbox
