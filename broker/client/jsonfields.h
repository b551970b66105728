// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/queue.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QtNumeric>

/// Fields of the admin API's documents; what is missing reads as 0 or empty.
namespace Signalbox::Admin {

inline qint64 integer(const QJsonObject &json, QLatin1StringView name)
{
    return json.value(name).toInteger();
}

inline QString text(const QJsonObject &json, QLatin1StringView name)
{
    return json.value(name).toString();
}

inline QStringList texts(const QJsonArray &array)
{
    QStringList result;
    result.reserve(array.size());
    for (const auto &value : array)
        result.append(value.toString());
    return result;
}

template <typename T>
QList<T> list(const QJsonObject &json, QLatin1StringView name, T (*read)(const QJsonObject &))
{
    const QJsonArray array = json.value(name).toArray();
    QList<T> result;
    result.reserve(array.size());
    for (const QJsonValue value : array)
        result.append(read(value.toObject()));
    return result;
}

/// Samples; what is not a number reads as NaN.
inline QList<double> series(const QJsonObject &json, QLatin1StringView name)
{
    const QJsonArray array = json.value(name).toArray();
    QList<double> result;
    result.reserve(array.size());
    for (const QJsonValue value : array)
        result.append(value.toDouble(qQNaN()));
    return result;
}

inline QueueCounts readCounts(const QJsonObject &json)
{
    return {integer(json, QLatin1StringView("ready")), integer(json, QLatin1StringView("leased")),
            integer(json, QLatin1StringView("delayed")),
            integer(json, QLatin1StringView("blocked"))};
}

} // namespace Signalbox::Admin
