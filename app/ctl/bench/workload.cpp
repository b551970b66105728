// SPDX-License-Identifier: GPL-3.0-only
#include "bench/workload.h"

#include "protocol/messagexml.h"
#include "protocol/topicxml.h"

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

QByteArray messagesTarget(const QString &queue)
{
    return "/queues/" + queue.toUtf8() + "/messages";
}

/// Text of \a bytes letters that compresses badly enough to be honest and costs nothing to escape.
QByteArray bodyText(int bytes)
{
    QByteArray text(bytes, Qt::Uninitialized);
    quint32 state = 2463534242U;
    for (char &c : text) {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        c = char('a' + state % 26);
    }
    return text;
}

template <typename T>
T &at(std::vector<T> &values, std::size_t index)
{
    if (values.size() <= index)
        values.resize(index + 1);
    return values[index];
}

Workload::Outcome verdict(const BenchReply &reply, int messages)
{
    return {reply.isSuccess() ? Workload::Verdict::Done : Workload::Verdict::Failed, messages};
}

} // namespace

SendWorkload::SendWorkload(const QString &queue, int bodyBytes, int batch,
                           std::chrono::seconds delay)
    : m_target(messagesTarget(queue))
    , m_batch(batch)
{
    OutgoingMessage message;
    message.body = bodyText(bodyBytes);
    if (delay.count() > 0)
        message.delay = delay;
    m_body = batch == 1 ? writeSend(message)
                        : writeSendBatch(std::vector<OutgoingMessage>(std::size_t(batch), message));
}

QByteArray SendWorkload::next(std::size_t, RequestWriter &writer)
{
    return writer.write("POST", m_target, m_body);
}

Workload::Outcome SendWorkload::answered(std::size_t, const BenchReply &reply)
{
    return verdict(reply, m_batch);
}

ReceiveWorkload::ReceiveWorkload(const QString &queue, int batch, Handles &handles,
                                 std::chrono::seconds wait)
    : m_target(messagesTarget(queue) + "?waitseconds=" + QByteArray::number(qint64(wait.count())))
    , m_handles(handles)
    , m_waits(wait.count() > 0)
{
    if (batch > 1)
        m_target += "&numOfMessages=" + QByteArray::number(batch);
}

QByteArray ReceiveWorkload::next(std::size_t, RequestWriter &writer)
{
    return writer.write("GET", m_target);
}

Workload::Outcome ReceiveWorkload::answered(std::size_t, const BenchReply &reply)
{
    if (reply.status == 404 && reply.body.contains("MessageNotExist"))
        return {m_waits ? Verdict::Done : Verdict::Exhausted, 1};
    if (!reply.isSuccess())
        return {Verdict::Failed, 0};
    constexpr QByteArrayView kOpen = "<ReceiptHandle>";
    constexpr QByteArrayView kClose = "</ReceiptHandle>";
    int messages = 0;
    for (qsizetype at = reply.body.indexOf(kOpen); at >= 0; at = reply.body.indexOf(kOpen, at)) {
        at += kOpen.size();
        const qsizetype end = reply.body.indexOf(kClose, at);
        if (end < 0)
            break;
        m_handles.push_back(reply.body.sliced(at, end - at).toByteArray());
        ++messages;
    }
    return {messages > 0 ? Verdict::Done : Verdict::Failed, messages};
}

DeleteWorkload::DeleteWorkload(const QString &queue, int batch, Handles &handles)
    : m_target(messagesTarget(queue))
    , m_batch(batch)
    , m_handles(handles)
{
}

QByteArray DeleteWorkload::next(std::size_t connection, RequestWriter &writer)
{
    if (m_handles.empty())
        return {};
    const std::size_t count = std::min(m_handles.size(), std::size_t(m_batch));
    const auto first = m_handles.end() - std::ptrdiff_t(count);
    at(m_asked, connection) = int(count);
    QByteArray request;
    if (m_batch == 1) {
        request = writer.write("DELETE", m_target + "?ReceiptHandle=" + *first);
    } else {
        request = writer.write("DELETE", m_target, writeReceiptHandles({first, m_handles.end()}));
    }
    m_handles.erase(first, m_handles.end());
    return request;
}

Workload::Outcome DeleteWorkload::answered(std::size_t connection, const BenchReply &reply)
{
    return verdict(reply, at(m_asked, connection));
}

PublishWorkload::PublishWorkload(const QString &topic, int bodyBytes)
    : m_target("/topics/" + topic.toUtf8() + "/messages")
{
    PublishedMessage message;
    message.content.body = bodyText(bodyBytes);
    m_body = writePublish(message);
}

QByteArray PublishWorkload::next(std::size_t, RequestWriter &writer)
{
    return writer.write("POST", m_target, m_body);
}

Workload::Outcome PublishWorkload::answered(std::size_t, const BenchReply &reply)
{
    return verdict(reply, 1);
}

FetchWorkload::FetchWorkload(QByteArray target)
    : m_target(std::move(target))
{
}

QByteArray FetchWorkload::next(std::size_t, RequestWriter &writer)
{
    return writer.write("GET", m_target);
}

Workload::Outcome FetchWorkload::answered(std::size_t, const BenchReply &reply)
{
    if (reply.isSuccess())
        m_fetched = reply.body.toByteArray();
    return verdict(reply, 1);
}

MixedWorkload::MixedWorkload(const QString &queue, int bodyBytes)
    : m_send(queue, bodyBytes, 1)
    , m_receive(queue, 1, m_received)
    , m_delete(queue, 1, m_received)
{
}

QByteArray MixedWorkload::next(std::size_t connection, RequestWriter &writer)
{
    switch (at(m_steps, connection)) {
    case Step::Send:
        break;
    case Step::Receive:
        return m_receive.next(connection, writer);
    case Step::Delete:
        return m_delete.next(connection, writer);
    }
    return m_send.next(connection, writer);
}

Workload::Outcome MixedWorkload::answered(std::size_t connection, const BenchReply &reply)
{
    Step &step = at(m_steps, connection);
    switch (std::exchange(step, Step::Send)) {
    case Step::Send:
        step = Step::Receive;
        return m_send.answered(connection, reply);
    case Step::Receive: {
        const Outcome outcome = m_receive.answered(connection, reply);
        if (outcome.verdict == Verdict::Done)
            step = Step::Delete;
        return {outcome.verdict == Verdict::Done ? Verdict::Done : Verdict::Failed, 1};
    }
    case Step::Delete:
        break;
    }
    return m_delete.answered(connection, reply);
}

} // namespace Signalbox::Ctl
