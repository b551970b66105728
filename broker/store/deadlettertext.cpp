// SPDX-License-Identifier: GPL-3.0-only
#include "store/deadlettertext.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Signalbox {

using namespace Qt::StringLiterals;

QVariant writeDeadLetter(const std::optional<DeadLetterOrigin> &origin)
{
    if (!origin)
        return {};
    QJsonObject object{{u"id"_s, QString::fromLatin1(origin->messageId)},
                       {u"at"_s, origin->atMs},
                       {u"tries"_s, origin->tries}};
    const auto add = [&object](const QString &name, const QString &value) {
        if (!value.isEmpty())
            object.insert(name, value);
    };
    add(u"queue"_s, origin->queue);
    add(u"topic"_s, origin->topic);
    add(u"subscription"_s, origin->subscription);
    add(u"failure"_s, origin->lastFailure);
    add(u"from"_s, origin->deadLetterQueue);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<DeadLetterOrigin> readDeadLetter(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    if (object.isEmpty())
        return std::nullopt;
    DeadLetterOrigin origin;
    origin.queue = object.value("queue"_L1).toString();
    origin.topic = object.value("topic"_L1).toString();
    origin.subscription = object.value("subscription"_L1).toString();
    origin.messageId = object.value("id"_L1).toString().toLatin1();
    origin.atMs = object.value("at"_L1).toInteger();
    origin.tries = object.value("tries"_L1).toInt();
    origin.lastFailure = object.value("failure"_L1).toString();
    origin.deadLetterQueue = object.value("from"_L1).toString();
    return origin;
}

} // namespace Signalbox
