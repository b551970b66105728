// SPDX-License-Identifier: GPL-3.0-only
#include "sourcetext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

/// Walks once over the text and writes the code without comments and literals.
class Scanner
{
public:
    explicit Scanner(const QString &text)
        : m_text(text)
    {
    }

    SourceText run()
    {
        while (m_at < m_text.size())
            step();
        m_result.codeLines = m_code.split(u'\n');
        return m_result;
    }

private:
    bool startsWith(QStringView word) const
    {
        return QStringView(m_text).mid(m_at).startsWith(word);
    }

    QChar take()
    {
        const QChar c = m_text.at(m_at++);
        if (c == u'\n') {
            ++m_line;
            m_code += c;
        }
        return c;
    }

    void step()
    {
        static const QRegularExpression include(uR"(\G#\s*include\s*(<[^>\n]*>|"[^"\n]*"))"_s);
        static const QRegularExpression raw(uR"re(\GR"([^(\s]*)\()re"_s);
        if (startsWith(u"//")) {
            skipPast(u"\n", true);
        } else if (startsWith(u"/*")) {
            m_at += 2;
            skipPast(u"*/", false);
        } else if (const auto match = include.match(m_text, m_at); match.hasMatch()) {
            m_result.includes.append({m_line, match.captured(1)});
            m_at = match.capturedEnd();
        } else if (const auto rawMatch = raw.match(m_text, m_at); rawMatch.hasMatch()) {
            m_at = rawMatch.capturedEnd();
            const int line = m_line;
            m_result.strings.append({line, skipPast(u')' + rawMatch.captured(1) + u'"', false)});
            m_code += u"\"\""_s;
        } else if (m_text.at(m_at) == u'"') {
            quoted();
        } else if (m_text.at(m_at) == u'\'' && !insideNumber()) {
            quoted();
        } else if (const QChar c = take(); c != u'\n') {
            m_code += c;
        }
    }

    /// The ' of 1'000'000 opens no character.
    bool insideNumber() const { return m_at > 0 && m_text.at(m_at - 1).isLetterOrNumber(); }

    void quoted()
    {
        const int line = m_line;
        const QChar quote = take();
        QString content;
        while (m_at < m_text.size() && m_text.at(m_at) != quote && m_text.at(m_at) != u'\n') {
            if (m_text.at(m_at) == u'\\' && m_at + 1 < m_text.size())
                content += take();
            content += take();
        }
        if (m_at < m_text.size() && m_text.at(m_at) == quote)
            take();
        if (quote == u'"')
            m_result.strings.append({line, content});
        m_code += quote;
        m_code += quote;
    }

    /// Returns what was passed over. The line break that ends a // comment stays code.
    QString skipPast(QStringView end, bool leaveEnd)
    {
        qsizetype stop = m_text.indexOf(end, m_at);
        if (stop < 0)
            stop = m_text.size();
        const QString passed = m_text.mid(m_at, stop - m_at);
        while (m_at < stop)
            take();
        if (!leaveEnd)
            m_at = qMin(m_text.size(), m_at + end.size());
        return passed;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    QString m_code;
    SourceText m_result;
};

} // namespace

SourceText readSource(const QString &text)
{
    return Scanner(text).run();
}

} // namespace Signalbox
