// SPDX-License-Identifier: GPL-3.0-only
// Drives a RabbitMQ broker the way `signalboxctl bench` drives ours: so many connections, each of
// which waits for its answer before it goes on. See rabbitmq.sh.
#if __has_include(<rabbitmq-c/amqp.h>)
#include <rabbitmq-c/amqp.h>
#include <rabbitmq-c/tcp_socket.h>
#else
#include <amqp.h>
#include <amqp_tcp_socket.h>
#endif

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <latch>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

constexpr amqp_channel_t kChannel = 1;
constexpr int kFrameBytes = 131'072;
constexpr int kPersistent = 2;
const amqp_bytes_t kQueue = amqp_cstring_bytes("bench");

struct Options
{
    int port = 5672;
    std::string queueType = "classic";
    int connections = 64;
    int bodyBytes = 1024;
    double seconds = 3;
};

[[noreturn]] void fail(const char *what)
{
    std::fprintf(stderr, "RabbitMQ: %s failed.\n", what);
    std::exit(1);
}

/// A connection with one channel. Whatever fails ends the program: a broker that stumbles is not
/// measured.
class Connection
{
public:
    explicit Connection(int port)
        : m_state(amqp_new_connection())
    {
        amqp_socket_t *socket = amqp_tcp_socket_new(m_state);
        if (!socket || amqp_socket_open(socket, "127.0.0.1", port) != AMQP_STATUS_OK)
            fail("connecting");
        check(amqp_login(m_state, "/", 0, kFrameBytes, 0, AMQP_SASL_METHOD_PLAIN, "guest", "guest"),
              "login");
        amqp_channel_open(m_state, kChannel);
        check(amqp_get_rpc_reply(m_state), "opening a channel");
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection() { amqp_destroy_connection(m_state); }

    void declareEmptyQueue(const std::string &type)
    {
        amqp_table_entry_t entry{};
        entry.key = amqp_cstring_bytes("x-queue-type");
        entry.value.kind = AMQP_FIELD_KIND_UTF8;
        entry.value.value.bytes = amqp_cstring_bytes(type.c_str());
        amqp_queue_delete(m_state, kChannel, kQueue, 0, 0);
        check(amqp_get_rpc_reply(m_state), "deleting the queue");
        amqp_queue_declare(m_state, kChannel, kQueue, 0, 1, 0, 0, amqp_table_t{1, &entry});
        check(amqp_get_rpc_reply(m_state), "declaring the queue");
    }

    void selectConfirms()
    {
        amqp_confirm_select(m_state, kChannel);
        check(amqp_get_rpc_reply(m_state), "asking for confirms");
    }

    /// Publishes \a count persistent messages and waits until all of them are confirmed.
    void publish(const std::string &body, int count)
    {
        amqp_basic_properties_t properties{};
        properties._flags = AMQP_BASIC_DELIVERY_MODE_FLAG;
        properties.delivery_mode = kPersistent;
        for (int i = 0; i < count; ++i) {
            if (amqp_basic_publish(m_state, kChannel, amqp_empty_bytes, kQueue, 0, 0, &properties,
                                   amqp_bytes_t{body.size(), const_cast<char *>(body.data())})
                != AMQP_STATUS_OK)
                fail("publishing");
        }
        for (int confirmed = 0; confirmed < count;)
            confirmed += takeConfirm();
        amqp_maybe_release_buffers(m_state);
    }

    /// Gets one message and acknowledges it; false when there is none.
    bool get()
    {
        const amqp_rpc_reply_t reply = amqp_basic_get(m_state, kChannel, kQueue, 0);
        check(reply, "getting");
        if (reply.reply.id == AMQP_BASIC_GET_EMPTY_METHOD)
            return false;
        const auto tag =
            static_cast<const amqp_basic_get_ok_t *>(reply.reply.decoded)->delivery_tag;
        amqp_message_t message;
        check(amqp_read_message(m_state, kChannel, &message, 0), "reading");
        amqp_destroy_message(&message);
        amqp_basic_ack(m_state, kChannel, tag, 0);
        amqp_maybe_release_buffers(m_state);
        return true;
    }

    void consume(int prefetch)
    {
        amqp_basic_qos(m_state, kChannel, 0, std::uint16_t(prefetch), 0);
        check(amqp_get_rpc_reply(m_state), "setting the prefetch count");
        amqp_basic_consume(m_state, kChannel, kQueue, amqp_empty_bytes, 0, 0, 0, amqp_empty_table);
        check(amqp_get_rpc_reply(m_state), "consuming");
    }

    /// Takes \a count messages that were pushed and acknowledges them in one; false when none came
    /// for a second.
    bool take(int count)
    {
        std::uint64_t last = 0;
        for (int i = 0; i < count; ++i) {
            amqp_envelope_t envelope;
            const timeval patience{1, 0};
            amqp_maybe_release_buffers(m_state);
            if (amqp_consume_message(m_state, &envelope, &patience, 0).reply_type
                != AMQP_RESPONSE_NORMAL)
                return false;
            last = envelope.delivery_tag;
            amqp_destroy_envelope(&envelope);
        }
        amqp_basic_ack(m_state, kChannel, last, 1);
        return true;
    }

private:
    static void check(const amqp_rpc_reply_t &reply, const char *what)
    {
        if (reply.reply_type != AMQP_RESPONSE_NORMAL)
            fail(what);
    }

    /// How many messages the next confirm tells of.
    int takeConfirm()
    {
        amqp_frame_t frame;
        if (amqp_simple_wait_frame(m_state, &frame) != AMQP_STATUS_OK
            || frame.frame_type != AMQP_FRAME_METHOD
            || frame.payload.method.id != AMQP_BASIC_ACK_METHOD)
            fail("a confirm");
        const auto *ack = static_cast<const amqp_basic_ack_t *>(frame.payload.method.decoded);
        const int told = ack->multiple ? int(ack->delivery_tag - m_confirmed) : 1;
        m_confirmed += std::uint64_t(told);
        return told;
    }

    amqp_connection_state_t m_state;
    std::uint64_t m_confirmed = 0; ///< How many were so far, in whatever order.
};

/// Lets every connection do \a step, which is about \a batch messages, until the time is over or
/// there is nothing left, and prints a row as `signalboxctl bench --json` does.
void measure(const char *operation, const Options &options, int batch, bool isLast,
             const std::function<void(Connection &)> &prepare,
             const std::function<bool(Connection &)> &step)
{
    std::vector<std::vector<double>> times{std::size_t(options.connections)};
    std::vector<Clock::time_point> ends{std::size_t(options.connections)};
    std::vector<std::thread> threads;
    std::latch ready(options.connections);
    std::latch go(1);
    Clock::time_point start;
    const auto length = std::chrono::duration<double>(options.seconds);
    for (std::size_t i = 0; i < times.size(); ++i) {
        threads.emplace_back([&, own = &times[i], end = &ends[i]] {
            Connection connection(options.port);
            prepare(connection);
            ready.count_down();
            go.wait();
            Clock::time_point before = Clock::now();
            while (before - start < length && step(connection)) {
                const Clock::time_point after = Clock::now();
                own->push_back(std::chrono::duration<double, std::milli>(after - before).count());
                before = after;
            }
            *end = before;
        });
    }
    ready.wait();
    start = Clock::now();
    go.count_down();
    for (std::thread &thread : threads)
        thread.join();
    const Clock::time_point end = *std::max_element(ends.begin(), ends.end());
    const double elapsed = std::chrono::duration<double>(end - start).count();

    std::vector<double> all;
    for (const std::vector<double> &mine : times)
        all.insert(all.end(), mine.begin(), mine.end());
    std::sort(all.begin(), all.end());
    const auto share = [&](double part) {
        return all.empty() ? 0.0 : all[std::size_t(double(all.size() - 1) * part)];
    };
    std::printf(
        "{\"operation\":\"%s\",\"connections\":%d,\"body_bytes\":%d,\"batch\":%d,\"durability\":\"%"
        "s\","
        "\"rate_per_s\":%.0f,\"p50_ms\":%.2f,\"p95_ms\":%.2f,\"p99_ms\":%.2f,\"errors\":0}%s\n",
        operation, options.connections, options.bodyBytes, batch, options.queueType.c_str(),
        double(all.size()) * batch / elapsed, share(0.5), share(0.95), share(0.99),
        isLast ? "" : ",");
}

} // namespace

int main(int argc, char *argv[])
{
    Options options;
    CLI::App app("Measures a RabbitMQ broker on this machine, whose queue \"bench\" is deleted.");
    app.add_option("--port", options.port, "Where it listens");
    app.add_option("--queue-type", options.queueType, "classic or quorum")
        ->check(CLI::IsMember({"classic", "quorum"}));
    app.add_option("--connections", options.connections)->check(CLI::Range(1, 1000));
    app.add_option("--body-bytes", options.bodyBytes)->check(CLI::Range(1, 100'000));
    app.add_option("--seconds", options.seconds, "How long each phase takes")
        ->check(CLI::PositiveNumber);
    CLI11_PARSE(app, argc, argv);

    constexpr int kBatch = 16;
    Connection(options.port).declareEmptyQueue(options.queueType);
    const std::string body(std::size_t(options.bodyBytes), 'x');
    const auto confirms = [](Connection &connection) { connection.selectConfirms(); };
    std::puts("[");
    measure("Publish", options, 1, false, confirms, [&](Connection &connection) {
        connection.publish(body, 1);
        return true;
    });
    measure(
        "GetAndAck", options, 1, false, [](Connection &) {},
        [](Connection &connection) { return connection.get(); });
    Connection(options.port).declareEmptyQueue(options.queueType);
    measure("BatchPublish", options, kBatch, false, confirms, [&](Connection &connection) {
        connection.publish(body, kBatch);
        return true;
    });
    measure(
        "ConsumeAndAck", options, kBatch, true,
        [](Connection &connection) { connection.consume(kBatch); },
        [](Connection &connection) { return connection.take(kBatch); });
    std::puts("]");
    return 0;
}
