// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/brokercomparison.h"

#include "widgets/format.h"

#include <QCoreApplication>
#include <QMap>

#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(BrokerComparison)
};

using Attributes = QList<std::pair<QString, QString>>; // name and value
using Things = QMap<QString, Attributes>; // by name

QString named(const QString &text)
{
    //: The value of an attribute that is not set.
    return text.isEmpty() ? Texts::tr("none") : text;
}

QString onOff(bool on)
{
    return on ? Texts::tr("On") : Texts::tr("Off");
}

QString typeText(bool fifo)
{
    //: The type of a queue or topic, beside FIFO.
    return fifo ? u"FIFO"_s : Texts::tr("Normal");
}

Attributes attributesOf(const QueueSettings &settings)
{
    return {{Texts::tr("Type"), typeText(settings.isFifo())},
            {Texts::tr("Visibility timeout"), Format::duration(settings.visibilityTimeout)},
            {Texts::tr("Delay"), Format::duration(settings.delay)},
            {Texts::tr("Long poll"), Format::duration(settings.pollingWait)},
            {Texts::tr("Retention"), Format::duration(settings.retention)},
            {Texts::tr("Largest message"), Format::bytes(settings.maximumMessageSizeBytes)},
            {Texts::tr("Logging"), onOff(settings.loggingEnabled)},
            {Texts::tr("Dead letters to queue"), named(settings.deadLetters.targetQueue)},
            {Texts::tr("After receives"),
             settings.deadLetters.targetQueue.isEmpty()
                 ? named({})
                 : QString::number(settings.deadLetters.maxReceiveCount)}};
}

Attributes attributesOf(const TopicSettings &settings)
{
    return {{Texts::tr("Type"), typeText(settings.isFifo())},
            {Texts::tr("Largest message"), Format::bytes(settings.maximumMessageSizeBytes)},
            {Texts::tr("Logging"), onOff(settings.loggingEnabled)}};
}

Attributes attributesOf(const SubscriptionSettings &settings)
{
    return {{Texts::tr("Endpoint"), settings.endpoint},
            {Texts::tr("Retries"), QString::fromLatin1(toWire(settings.strategy))},
            {Texts::tr("Format"), QString::fromLatin1(toWire(settings.format))},
            {Texts::tr("Tag"), named(settings.filterTag)},
            {Texts::tr("Dead letters to queue"), named(settings.deadLetterQueue)},
            {Texts::tr("Pushes a second"),
             settings.maxPushesPerSecond == 0 ? Texts::tr("no limit")
                                              : QString::number(settings.maxPushesPerSecond)}};
}

Things queuesOf(const BrokerContents &broker)
{
    Things queues;
    for (const Admin::QueueRow &queue : broker.queues)
        queues.insert(queue.name, attributesOf(queue.settings));
    return queues;
}

Things topicsOf(const BrokerContents &broker)
{
    Things topics;
    for (const Admin::Topic &topic : broker.topics)
        topics.insert(topic.name, attributesOf(topic.settings));
    return topics;
}

Things subscriptionsOf(const BrokerContents &broker)
{
    Things subscriptions;
    for (const Admin::Topic &topic : broker.topics) {
        for (const Admin::Subscription &subscription : topic.subscriptions) {
            subscriptions.insert(u"%1 › %2"_s.arg(topic.name, subscription.name),
                                 attributesOf(subscription.settings));
        }
    }
    return subscriptions;
}

void compare(ComparedRow::Kind kind, const Things &left, const Things &right,
             QList<ComparedRow> &rows)
{
    const QString there = Texts::tr("is there");
    Things all = left;
    all.insert(right);
    for (auto thing = all.cbegin(); thing != all.cend(); ++thing) {
        const bool isLeft = left.contains(thing.key());
        const bool isRight = right.contains(thing.key());
        if (!isLeft || !isRight) {
            rows.append(
                {kind, thing.key(), {}, isLeft ? there : QString(), isRight ? there : QString()});
            continue;
        }
        const Attributes &here = left[thing.key()];
        const Attributes &other = right[thing.key()];
        for (qsizetype i = 0; i < here.size(); ++i) {
            rows.append(
                {kind, thing.key(), here.at(i).first, here.at(i).second, other.at(i).second});
        }
    }
}

} // namespace

QList<ComparedRow> compareBrokers(const BrokerContents &left, const BrokerContents &right)
{
    QList<ComparedRow> rows;
    compare(ComparedRow::Kind::Queue, queuesOf(left), queuesOf(right), rows);
    compare(ComparedRow::Kind::Topic, topicsOf(left), topicsOf(right), rows);
    compare(ComparedRow::Kind::Subscription, subscriptionsOf(left), subscriptionsOf(right), rows);
    return rows;
}

} // namespace Signalbox
