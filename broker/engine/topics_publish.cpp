// SPDX-License-Identifier: GPL-3.0-only
#include "core/ids.h"
#include "engine/engine.h"
#include "engine/topics.h"
#include "metrics/brokermetrics.h"

// A message on its way to all subscriptions.

namespace Signalbox {

void Topics::publish(const Caller &caller, const QString &topicName,
                     const PublishedMessage &message, Done<SentMessage> done)
{
    if (const Result<void> admitted = m_engine.admit(caller, 1); !admitted)
        return done(admitted.error());
    const Result<const TopicRegistry::Topic *> topic = find(caller, topicName);
    if (!topic)
        return done(topic.error());
    if (const Result<void> valid =
            checkPublishedMessage(message, (*topic)->row.settings.maximumMessageSizeBytes);
        !valid)
        return done(valid.error());
    if ((*topic)->row.settings.isFifo()) {
        if (const Result<void> valid = checkOrderedMessage(message.content); !valid)
            return done(valid.error());
    }
    SentMessage sent;
    sent.bodyMd5 = upperHexMd5(message.content.body).toLatin1();
    sent.groupId = message.content.groupId;
    m_store.publish((*topic)->row.id, message,
                    [this, sent, topic = (*topic)->row.id,
                     done = std::move(done)](const Result<Publication> &published) {
                        if (!published)
                            return done(published.error());
                        countPublished(topic, *published);
                        SentMessage reply = sent;
                        const QByteArray id = m_engine.messageId(published->sequence);
                        reply.messageId = id;
                        done(std::move(reply));
                        if (!published->direct.empty())
                            emit deliveredDirectly(topic, id, published->direct);
                    });
}

void Topics::countPublished(TopicId topic, const Publication &publication)
{
    m_metrics.published(topic);
    for (const DirectCopy &copy : publication.direct) {
        m_metrics.sent(copy.queue, 1);
        m_metrics.pushed({.subscription = copy.subscription});
    }
}

} // namespace Signalbox
