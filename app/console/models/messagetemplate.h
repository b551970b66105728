// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>

namespace Signalbox {

/// A text with places that differ from message to message: {{seq}} counts from 1, {{int 1 500}} is
/// a number of that range, {{uuid}} an identifier, {{now}} the time in ISO 8601. Anything else
/// stays as it is.
class MessageTemplate
{
public:
    explicit MessageTemplate(const QString &text)
        : m_text(text)
    {
    }

    /// There is something to fill in, so that messages differ.
    [[nodiscard]] bool hasPlaces() const;
    /// The text of message number \a sequence.
    [[nodiscard]] QString filled(int sequence) const;

private:
    QString m_text;
};

} // namespace Signalbox
