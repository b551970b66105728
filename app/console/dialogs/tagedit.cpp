// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/tagedit.h"

#include "core/limits.h"

namespace Signalbox {

TagEdit::TagEdit(QWidget *parent)
    : QLineEdit(parent)
{
    connect(this, &QLineEdit::textChanged, this, &TagEdit::cut);
}

TagEdit::~TagEdit() = default;

void TagEdit::cut(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    if (characters.size() <= Limits::kMaxTagLength)
        return;
    const int cursor = cursorPosition();
    setText(QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()),
                              Limits::kMaxTagLength));
    setCursorPosition(cursor);
}

} // namespace Signalbox
