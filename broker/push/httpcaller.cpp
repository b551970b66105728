// SPDX-License-Identifier: GPL-3.0-only
#include "push/httpcaller.h"

#include <curl/curl.h>

#include <atomic>
#include <unordered_map>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kKeptBody = 4096;
constexpr qsizetype kKeptHeaders = 16384;
constexpr long kKeptConnections = 256;
constexpr int kPollMs = 1000; // Only a new call or its answer is worth waking for.

struct FreeHandle
{
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};
struct FreeList
{
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

std::unique_ptr<curl_slist, FreeList> headerList(const HeaderList &headers)
{
    curl_slist *list = curl_slist_append(nullptr, "Expect:"); // never wait for a 100
    for (const auto &[name, value] : headers)
        list = curl_slist_append(list, (name + ": " + value).constData());
    return std::unique_ptr<curl_slist, FreeList>(list);
}

/// One call while it is under way.
struct Transfer
{
    HttpCall call;
    HttpCaller::Done done;
    const AddressRules *addresses = nullptr;
    std::unique_ptr<CURL, FreeHandle> handle;
    std::unique_ptr<curl_slist, FreeList> headers;
    QString refusedAddress;
    HttpOutcome outcome;
    qsizetype headerBytes = 0;
};

size_t takeBody(char *data, size_t size, size_t count, void *user)
{
    QByteArray &body = static_cast<Transfer *>(user)->outcome.body;
    const auto bytes = static_cast<qsizetype>(size) * static_cast<qsizetype>(count);
    body.append(data, std::min(bytes, kKeptBody - body.size()));
    return size * count;
}

size_t takeHeader(char *data, size_t size, size_t count, void *user)
{
    auto *transfer = static_cast<Transfer *>(user);
    const QByteArray line = QByteArray(data, qsizetype(size * count)).trimmed();
    transfer->headerBytes += line.size();
    if (line.startsWith("HTTP/"))
        transfer->outcome.headers.clear(); // of an interim answer
    else if (const qsizetype colon = line.indexOf(':');
             colon > 0 && transfer->headerBytes < kKeptHeaders)
        transfer->outcome.headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
    return size * count;
}

/// Connected, nothing sent yet: the last moment to look at where.
int checkAddress(void *user, char *address, char *, int, int)
{
    auto *transfer = static_cast<Transfer *>(user);
    if (transfer->addresses->permits(QHostAddress(QString::fromLatin1(address))))
        return CURL_PREREQFUNC_OK;
    transfer->refusedAddress = QString::fromLatin1(address);
    return CURL_PREREQFUNC_ABORT;
}

QString reasonOf(const Transfer &transfer, CURLcode code)
{
    const QString place = QString::fromUtf8(transfer.call.url);
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return u"Pushes to the address %1 are not allowed."_s.arg(transfer.refusedAddress);
    case CURLE_COULDNT_RESOLVE_HOST:
        return u"The host of %1 has no address."_s.arg(place);
    case CURLE_COULDNT_CONNECT:
        return u"%1 refused the connection. Is the receiver running?"_s.arg(place);
    case CURLE_OPERATION_TIMEDOUT:
        return u"%1 did not answer in time."_s.arg(place);
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return u"%1 closed the connection without an answer."_s.arg(place);
    case CURLE_PEER_FAILED_VERIFICATION:
        return u"The TLS certificate of %1 is not trusted."_s.arg(place);
    default:
        return u"%1: %2."_s.arg(place, QString::fromUtf8(curl_easy_strerror(code)));
    }
}

} // namespace

/// All of it but the constructor, call() and end() runs in the caller's own thread.
class HttpCaller::Loop
{
public:
    explicit Loop(Options options)
        : m_options(std::move(options))
        , m_multi(curl_multi_init())
        , m_incoming([this] { curl_multi_wakeup(m_multi); })
    {
        curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, kKeptConnections);
    }
    ~Loop()
    {
        for (const auto &[handle, transfer] : m_transfers)
            curl_multi_remove_handle(m_multi, handle);
        m_transfers.clear();
        curl_multi_cleanup(m_multi);
    }
    Loop(const Loop &) = delete;
    Loop &operator=(const Loop &) = delete;

    void call(HttpCall call, Done done) { m_incoming.send({std::move(call), std::move(done)}); }

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
            curl_multi_poll(m_multi, nullptr, 0, kPollMs, nullptr);
        }
    }

private:
    struct Incoming
    {
        HttpCall call;
        Done done;
    };

    void begin(Incoming incoming)
    {
        auto transfer = std::make_unique<Transfer>();
        transfer->call = std::move(incoming.call);
        transfer->done = std::move(incoming.done);
        transfer->addresses = &m_options.addresses;
        transfer->headers = headerList(transfer->call.headers);
        transfer->handle.reset(curl_easy_init());
        CURL *handle = transfer->handle.get();
        configure(handle, *transfer);
        curl_multi_add_handle(m_multi, handle);
        m_transfers.emplace(handle, std::move(transfer));
    }

    void configure(CURL *handle, Transfer &transfer) const
    {
        const HttpCall &call = transfer.call;
        curl_easy_setopt(handle, CURLOPT_URL, call.url.constData());
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L); // as it was signed
        curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
        curl_easy_setopt(handle, CURLOPT_POST, 1L);
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(call.body.size()));
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, call.body.constData());
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, transfer.headers.get());
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, long(m_options.timeout.count()));
        curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, m_options.verifyTls ? 1L : 0L);
        curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, m_options.verifyTls ? 2L : 0L);
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, takeBody);
        curl_easy_setopt(handle, CURLOPT_WRITEDATA, &transfer);
        curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, takeHeader);
        curl_easy_setopt(handle, CURLOPT_HEADERDATA, &transfer);
        curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, checkAddress);
        curl_easy_setopt(handle, CURLOPT_PREREQDATA, &transfer);
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
        HttpOutcome &outcome = transfer->outcome;
        curl_off_t duration = 0;
        curl_easy_getinfo(handle, CURLINFO_TOTAL_TIME_T, &duration);
        outcome.duration = std::chrono::microseconds(duration);
        if (code == CURLE_OK) {
            long status = 0;
            curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
            outcome.status = int(status);
        } else {
            outcome.error = reasonOf(*transfer, code);
        }
        transfer->done(outcome);
    }

    const Options m_options;
    CURLM *m_multi;
    Channel<Incoming> m_incoming;
    std::unordered_map<CURL *, std::unique_ptr<Transfer>> m_transfers;
    std::atomic<bool> m_ending = false;
};

HttpCaller::HttpCaller(Options options)
{
    static const CURLcode prepared = curl_global_init(CURL_GLOBAL_DEFAULT);
    Q_UNUSED(prepared)
    m_loop = std::make_unique<Loop>(std::move(options));
    m_thread = std::thread([loop = m_loop.get()] { loop->run(); });
}

HttpCaller::~HttpCaller()
{
    m_loop->end();
    m_thread.join();
}

void HttpCaller::call(HttpCall call, Done done)
{
    m_loop->call(std::move(call), std::move(done));
}

} // namespace Signalbox
