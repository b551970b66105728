// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QTranslator>

namespace Signalbox {

/// A language that needs two fifths more room than English: each text followed by tildes. Shows
/// what would be cut in a translation to come. Texts with plurals stay as they are.
class LongTexts : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source,
                                    const char *disambiguation, int n) const override
    {
        Q_UNUSED(context)
        Q_UNUSED(disambiguation)
        if (n >= 0)
            return {};
        const QString text = QString::fromUtf8(source);
        QString more((text.size() * 2 + 4) / 5, u'~');
        // In words, as a language has them: a line breaks between two.
        for (qsizetype i = kLongestWord; i < more.size(); i += kLongestWord + 1)
            more[i] = u' ';
        return text + more;
    }

private:
    static constexpr qsizetype kLongestWord = 12;
};

} // namespace Signalbox
