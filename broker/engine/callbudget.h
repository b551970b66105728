// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QHash>
#include <QString>

namespace Signalbox {

/// How many calls an account may still make in this second.
class CallBudget
{
public:
    /// Takes \a calls from the second that \a monotonicMs lies in; false when that exceeds \a
    /// perSecond.
    [[nodiscard]] bool take(const QString &account, int calls, int perSecond, qint64 monotonicMs)
    {
        Second &second = m_seconds[account];
        const qint64 number = monotonicMs / 1000;
        if (second.number != number)
            second = {number, 0};
        if (second.used + calls > perSecond)
            return false;
        second.used += calls;
        return true;
    }

private:
    struct Second
    {
        qint64 number = -1;
        int used = 0;
    };

    QHash<QString, Second> m_seconds;
};

} // namespace Signalbox
