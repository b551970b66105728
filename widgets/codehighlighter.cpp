// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/codehighlighter.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

/// Words that begin or shape a statement in the languages of the snippets.
bool isKeyword(const QString &word)
{
    static const QSet<QString> words{
        u"as"_s,   u"async"_s,   u"await"_s, u"class"_s,   u"const"_s,  u"def"_s,   u"defer"_s,
        u"else"_s, u"false"_s,   u"final"_s, u"for"_s,     u"from"_s,   u"func"_s,  u"function"_s,
        u"if"_s,   u"import"_s,  u"in"_s,    u"let"_s,     u"new"_s,    u"nil"_s,   u"None"_s,
        u"null"_s, u"package"_s, u"print"_s, u"require"_s, u"return"_s, u"True"_s,  u"true"_s,
        u"try"_s,  u"use"_s,     u"using"_s, u"var"_s,     u"void"_s,   u"while"_s, u"with"_s};
    return words.contains(word);
}

} // namespace

CodeHighlighter::CodeHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
}

CodeHighlighter::~CodeHighlighter() = default;

void CodeHighlighter::setLanguage(CodeLanguage language)
{
    if (m_language == language)
        return;
    m_language = language;
    rehighlight();
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    switch (m_language) {
    case CodeLanguage::Json:
        highlightJson(text);
        break;
    case CodeLanguage::Xml:
        highlightXml(text);
        break;
    case CodeLanguage::Source:
        highlightSource(text);
        break;
    case CodeLanguage::Plain:
        break;
    }
}

void CodeHighlighter::eachMatch(const QRegularExpression &token, const QString &text,
                                const Painter &painter)
{
    const Theme theme = Theme::current();
    for (auto it = token.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        painter(match, [&](int group, Token color) {
            if (match.capturedStart(group) >= 0)
                setFormat(int(match.capturedStart(group)), int(match.capturedLength(group)),
                          theme.color(color));
        });
    }
}

void CodeHighlighter::highlightJson(const QString &text)
{
    static const QRegularExpression token(
        u"(\"(?:[^\"\\\\]|\\\\.)*\"?)(\\s*:)?|(-?\\d[\\d.eE+-]*)|\\b(true|false|null)\\b|([{}\\[\\],:])"_s);
    eachMatch(token, text, [](const QRegularExpressionMatch &match, const Paint &paint) {
        paint(1, match.capturedStart(2) >= 0 ? Token::SynKey : Token::SynString);
        paint(2, Token::SynPunct);
        paint(3, Token::SynNumber);
        paint(4, Token::SynNumber);
        paint(5, Token::SynPunct);
    });
}

void CodeHighlighter::highlightXml(const QString &text)
{
    static const QRegularExpression token(
        u"(</?|<\\?)([\\w:.-]+)|([\\w:.-]+)(=)(\"[^\"]*\"?)|([/?]?>)|(&[\\w#]+;)"_s);
    eachMatch(token, text, [](const QRegularExpressionMatch &, const Paint &paint) {
        paint(1, Token::SynPunct);
        paint(2, Token::SynKey);
        paint(3, Token::SynKey);
        paint(4, Token::SynPunct);
        paint(5, Token::SynString);
        paint(6, Token::SynPunct);
        paint(7, Token::SynNumber);
    });
}

void CodeHighlighter::highlightSource(const QString &text)
{
    static const QRegularExpression token(
        u"(\"(?:[^\"\\\\]|\\\\.)*\"?|'(?:[^'\\\\]|\\\\.)*'?)|((?://|#).*$)|\\b(\\d[\\d.]*)\\b|\\b([A-Za-z_]+)\\b"_s);
    eachMatch(token, text, [](const QRegularExpressionMatch &match, const Paint &paint) {
        paint(1, Token::SynString);
        paint(2, Token::SynPunct);
        paint(3, Token::SynNumber);
        if (isKeyword(match.captured(4)))
            paint(4, Token::SynKey);
    });
}

} // namespace Signalbox
