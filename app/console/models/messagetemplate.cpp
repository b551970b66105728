// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/messagetemplate.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &places()
{
    static const QRegularExpression pattern(
        uR"(\{\{\s*(?:(seq)|(uuid)|(now)|int\s+(-?\d{1,9})\s+(-?\d{1,9}))\s*\}\})"_s);
    return pattern;
}

QString value(const QRegularExpressionMatch &place, int sequence)
{
    if (place.hasCaptured(1))
        return QString::number(sequence);
    if (place.hasCaptured(2))
        return QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (place.hasCaptured(3))
        return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    // A list, since of two temporaries minmax would give references.
    const auto [least, most] = std::minmax({place.captured(4).toInt(), place.captured(5).toInt()});
    return QString::number(QRandomGenerator::global()->bounded(least, most + 1));
}

} // namespace

bool MessageTemplate::hasPlaces() const
{
    return places().match(m_text).hasMatch();
}

QString MessageTemplate::filled(int sequence) const
{
    QString text;
    qsizetype from = 0;
    for (auto match = places().globalMatch(m_text); match.hasNext();) {
        const QRegularExpressionMatch place = match.next();
        text += QStringView(m_text).mid(from, place.capturedStart() - from);
        text += value(place, sequence);
        from = place.capturedEnd();
    }
    text += QStringView(m_text).mid(from);
    return text;
}

} // namespace Signalbox
