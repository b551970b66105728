// SPDX-License-Identifier: GPL-3.0-only
#include "push/pushcaller.h"

#include "push/transfer.h"

#include <atomic>
#include <unordered_map>

namespace Signalbox {

namespace {

constexpr int kPollMs = 1000; // Only a new call or its answer is worth waking for.
// With so many under way it waits a little before each look, so that one look serves several.
constexpr std::size_t kBusyTransfers = 32;
constexpr std::chrono::milliseconds kGather{2};

} // namespace

/// All of it but the constructor, call() and end() runs in the caller's own thread.
class PushCaller::Loop
{
public:
    explicit Loop(Options options)
        : m_options(std::move(options))
        , m_multi(curl_multi_init())
        , m_incoming([this] { curl_multi_wakeup(m_multi); })
    {
        curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, long(m_options.keptConnections));
    }
    ~Loop()
    {
        // Removed halfway, a mail would be ended there, and the relay's answer waited for. One that
        // ran out of time is cut off.
        for (const auto &[handle, transfer] : m_transfers)
            curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, 1L);
        int running = 0;
        curl_multi_perform(m_multi, &running);
        for (const auto &[handle, transfer] : m_transfers)
            curl_multi_remove_handle(m_multi, handle);
        m_transfers.clear();
        curl_multi_cleanup(m_multi);
    }
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    void call(PushCall call, Done done) { m_incoming.send({std::move(call), std::move(done)}); }

    void end()
    {
        m_ending = true;
        curl_multi_wakeup(m_multi);
    }

    void run()
    {
        while (!m_ending) {
            for (Incoming &incoming : m_incoming.takeAll())
                begin(std::move(incoming));
            int running = 0;
            curl_multi_perform(m_multi, &running);
            finishDone();
            // libcurl does not wake for a time that was shortened meanwhile.
            const int pauseMs = m_transfers.empty() ? kPollMs : int(Transfer::kBodyGrace.count());
            curl_multi_poll(m_multi, nullptr, 0, pauseMs, nullptr);
            if (m_transfers.size() >= kBusyTransfers)
                std::this_thread::sleep_for(kGather);
        }
    }

private:
    struct Incoming
    {
        PushCall call;
        Done done;
    };

    void begin(Incoming incoming)
    {
        auto transfer = std::make_unique<Transfer>(std::move(incoming.call),
                                                   std::move(incoming.done), m_options);
        CURL *handle = transfer->handle();
        curl_multi_add_handle(m_multi, handle);
        m_transfers.emplace(handle, std::move(transfer));
    }

    void finishDone()
    {
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
            if (message->msg == CURLMSG_DONE)
                finish(message->easy_handle, message->data.result);
        }
    }

    void finish(CURL *handle, CURLcode code)
    {
        curl_multi_remove_handle(m_multi, handle);
        const auto found = m_transfers.find(handle);
        const std::unique_ptr<Transfer> transfer = std::move(found->second);
        m_transfers.erase(found);
        transfer->finish(code);
    }

    const Options m_options;
    CURLM *m_multi;
    Channel<Incoming> m_incoming;
    std::unordered_map<CURL *, std::unique_ptr<Transfer>> m_transfers;
    std::atomic<bool> m_ending = false;
};

PushCaller::PushCaller(Options options)
{
    static const CURLcode prepared = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(prepared)
    m_loop = std::make_unique<Loop>(std::move(options));
    m_thread = std::thread([loop = m_loop.get()] { loop->run(); });
}

PushCaller::~PushCaller()
{
    m_loop->end();
    m_thread.join();
}

void PushCaller::call(PushCall call, Done done)
{
    m_loop->call(std::move(call), std::move(done));
}

} // namespace Signalbox
