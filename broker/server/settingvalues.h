// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QString>

/// Reads the values of settings. Errors: InvalidArgument, with a sentence that does not name the
/// setting.
namespace Signalbox::SettingValues {

[[nodiscard]] inline Error invalid(const QString &message)
{
    return Error{ErrorCode::InvalidArgument, message};
}

/// Reads a decimal number from \a min to \a max into \a target.
template <typename Number>
Result<void> readNumber(const QString &value, qint64 min, qint64 max, Number &target)
{
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber || number < min || number > max)
        return invalid(
            QStringLiteral("\"%1\" is not a number from %2 to %3.").arg(value).arg(min).arg(max));
    target = Number(number);
    return {};
}

inline Result<void> readBoolean(const QString &value, bool &target)
{
    if (value != QLatin1String("true") && value != QLatin1String("false"))
        return invalid(QStringLiteral("\"%1\" is neither true nor false.").arg(value));
    target = value == QLatin1String("true");
    return {};
}

inline Result<void> readText(const QString &value, QString &target)
{
    if (value.isEmpty())
        return invalid(QStringLiteral("The value is empty."));
    target = value;
    return {};
}

/// \a value when \a checked says it is good.
inline Result<void> readChecked(const QString &value, const Result<void> &checked, QString &target)
{
    return checked ? readText(value, target) : checked;
}

} // namespace Signalbox::SettingValues
