// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/policyxml.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

void readQueueType(XmlReader &reader, std::optional<QueueType> &type)
{
    const QByteArray element = reader.name().toByteArray();
    std::optional<QByteArray> word;
    reader.read(word);
    if (!word)
        return;
    type = queueTypeFromWire(word->trimmed());
    if (!type)
        reader.refuse(u"%1 is normal or fifo."_s.arg(QString::fromUtf8(element)));
}

void readDlqPolicy(XmlReader &reader, std::optional<DeadLetterPolicy> &policy)
{
    std::optional<bool> enabled;
    std::optional<QString> target;
    std::optional<int> maxReceiveCount;
    while (reader.nextChild()) {
        if (reader.name() == "Enabled")
            reader.read(enabled);
        else if (reader.name() == "DeadLetterTargetQueue")
            reader.read(target);
        else if (reader.name() == "MaxReceiveCount")
            reader.read(maxReceiveCount);
        else
            reader.skip();
    }
    if (!enabled.value_or(true))
        policy = DeadLetterPolicy{};
    else if (target)
        policy = DeadLetterPolicy{*target, maxReceiveCount.value_or(0)};
    else if (enabled || maxReceiveCount) // without all three it is as absent
        reader.refuse(u"DlqPolicy needs a DeadLetterTargetQueue."_s);
}

void writeDlqPolicy(XmlWriter &writer, const DeadLetterPolicy &policy)
{
    writer.open("DlqPolicy");
    writer.boolean("Enabled", !policy.targetQueue.isEmpty());
    writer.text("DeadLetterTargetQueue", policy.targetQueue);
    if (policy.maxReceiveCount != 0)
        writer.number("MaxReceiveCount", policy.maxReceiveCount);
    writer.close();
}

} // namespace Signalbox
