// SPDX-License-Identifier: GPL-3.0-only
#include "push/transfer.h"

#include <algorithm>
#include <cstring>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kKeptBody = 4096;
constexpr qsizetype kKeptHeaders = 16384;
constexpr qsizetype kKeptReply = 512;
constexpr qsizetype kReadBody = 65536; ///< A longer answer costs more than a new connection.
constexpr int kTooLarge = 100; ///< CURLE_TOO_LARGE, which libcurl knows since 8.6.
constexpr int kRefused = 400; ///< SMTP: from here on a reply says no.
constexpr char kGoodbye[] = "221"; ///< SMTP: of the QUIT behind a mail.

long tlsLevel(MailRelay::Starttls starttls)
{
    switch (starttls) {
    case MailRelay::Starttls::Require:
        return CURLUSESSL_ALL;
    case MailRelay::Starttls::Optional:
        return CURLUSESSL_TRY;
    case MailRelay::Starttls::Off:
        break;
    }
    return CURLUSESSL_NONE;
}

curl_slist *append(curl_slist *list, const QByteArray &text)
{
    return curl_slist_append(list, text.constData());
}

} // namespace

Transfer::Transfer(PushCall call, PushCaller::Done done, const PushCaller::Options &options)
    : m_call(std::move(call))
    , m_done(std::move(done))
    , m_addresses(options.addresses)
    , m_timeout(options.timeout)
    , m_handle(curl_easy_init())
{
    m_time.start();
    CURL *handle = m_handle.get();
    curl_easy_setopt(handle, CURLOPT_URL, m_call.url.constData());
    curl_easy_setopt(handle, CURLOPT_PROXY, "");
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, long(options.timeout.count()));
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, options.verifyTls ? 1L : 0L);
    curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, options.verifyTls ? 2L : 0L);
    if (!options.caFile.isEmpty())
        curl_easy_setopt(handle, CURLOPT_CAINFO, options.caFile.toUtf8().constData());
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, this);
    if (!m_call.isTrusted) {
        curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, openSocket);
        curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, this);
        curl_easy_setopt(handle, CURLOPT_PREREQFUNCTION, checkAddress);
        curl_easy_setopt(handle, CURLOPT_PREREQDATA, this);
    }
    if (m_call.isMail())
        prepareMail(options.relay);
    else
        prepareHttp();
}

void Transfer::prepareHttp()
{
    CURL *handle = m_handle.get();
    curl_slist *list = append(nullptr, "Expect:"); // never wait for a 100
    for (const auto &[name, value] : m_call.sentHeaders())
        list = append(list, name + ": " + value);
    if (!m_call.authorization.isEmpty())
        list = append(list, "Authorization: " + m_call.authorization);
    m_list.reset(list);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_PATH_AS_IS, 1L); // as it was signed
    curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, long(CURL_HTTP_VERSION_1_1));
    if (m_call.method == "GET") {
        curl_easy_setopt(handle, CURLOPT_HTTPGET, 1L);
    } else {
        curl_easy_setopt(handle, CURLOPT_POST, 1L);
        curl_easy_setopt(handle, CURLOPT_CUSTOMREQUEST, m_call.method.constData());
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(m_call.body.size()));
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, m_call.body.constData());
    }
    curl_easy_setopt(handle, CURLOPT_HTTPHEADER, m_list.get());
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, takeBody);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, takeHeader);
}

void Transfer::prepareMail(const MailRelay &relay)
{
    CURL *handle = m_handle.get();
    curl_slist *recipients = nullptr;
    for (const auto &[name, value] : m_call.headers) {
        if (name == kMailTo)
            recipients = append(recipients, value);
        else if (name == kMailFrom)
            curl_easy_setopt(handle, CURLOPT_MAIL_FROM, value.constData());
    }
    m_list.reset(recipients);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(handle, CURLOPT_USE_SSL, tlsLevel(relay.starttls));
    // Behind the text of a mail libcurl looks at no other time.
    curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                     long(std::chrono::ceil<std::chrono::seconds>(m_timeout).count()));
    if (!relay.user.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, relay.user.toUtf8().constData());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, relay.password.toUtf8().constData());
    }
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, m_list.get());
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(m_call.body.size()));
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, giveText);
    curl_easy_setopt(handle, CURLOPT_READDATA, this);
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, takeReply);
    // A kept connection would be said goodbye to at some later time, waiting for the answer.
    curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L);
}

size_t Transfer::giveText(char *to, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    const QByteArray &text = transfer->m_call.body;
    const qsizetype bytes =
        std::min<qsizetype>(qsizetype(size * count), text.size() - transfer->m_given);
    std::memcpy(to, text.constData() + transfer->m_given, std::size_t(bytes));
    transfer->m_given += bytes;
    return std::size_t(bytes);
}

size_t Transfer::takeBody(char *data, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    QByteArray &body = transfer->m_outcome.body;
    const auto bytes = static_cast<qsizetype>(size) * static_cast<qsizetype>(count);
    body.append(data, std::min(bytes, kKeptBody - body.size()));
    transfer->m_bodyBytes += bytes;
    return transfer->m_bodyBytes > kReadBody ? 0 : size * count; // 0 ends it
}

void Transfer::endSoon()
{
    const std::chrono::milliseconds grace(m_time.elapsed() + kBodyGrace.count());
    if (grace < m_timeout)
        curl_easy_setopt(handle(), CURLOPT_TIMEOUT_MS, long(grace.count()));
}

size_t Transfer::takeHeader(char *data, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    const QByteArray line = QByteArray(data, qsizetype(size * count)).trimmed();
    transfer->m_headerBytes += line.size();
    if (line.startsWith("HTTP/")) {
        transfer->m_hasStatus = true;
        transfer->m_outcome.headers.clear(); // of an interim answer
        transfer->m_isInterim = line.sliced(line.indexOf(' ') + 1).startsWith('1');
    } else if (line.isEmpty()) {
        transfer->m_isAnswered = !transfer->m_isInterim;
        if (transfer->m_isAnswered)
            transfer->endSoon();
    } else if (const qsizetype colon = line.indexOf(':');
               colon > 0 && transfer->m_headerBytes < kKeptHeaders) {
        transfer->m_outcome.headers.append({line.first(colon), line.sliced(colon + 1).trimmed()});
    }
    return size * count;
}

size_t Transfer::takeReply(char *data, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<Transfer *>(self);
    const qsizetype bytes = std::min<qsizetype>(qsizetype(size * count), kKeptReply);
    const QByteArray line = QByteArray(data, bytes).trimmed();
    if (!line.startsWith(kGoodbye))
        transfer->m_outcome.body = line;
    // The mail is over; libcurl blocks until its QUIT is answered, and others wait meanwhile.
    if (transfer->m_given == transfer->m_call.body.size())
        curl_easy_setopt(transfer->handle(), CURLOPT_SERVER_RESPONSE_TIMEOUT, 1L);
    return size * count;
}

bool Transfer::isAllowed(const QHostAddress &address)
{
    if (m_addresses.permits(address))
        return true;
    m_refusedAddress = address.toString();
    return false;
}

/// Before a connection: one that is refused tells by its answer which ports are open.
curl_socket_t Transfer::openSocket(void *self, curlsocktype, curl_sockaddr *address)
{
    if (!static_cast<Transfer *>(self)->isAllowed(QHostAddress(&address->addr)))
        return CURL_SOCKET_BAD;
    return ::socket(address->family, address->socktype, address->protocol);
}

/// Before a request: its connection may be a kept one, which a call that is trusted had opened.
int Transfer::checkAddress(void *self, char *address, char *, int, int)
{
    const bool isAllowed =
        static_cast<Transfer *>(self)->isAllowed(QHostAddress(QString::fromLatin1(address)));
    return isAllowed ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

QString Transfer::refusal(CURLcode code) const
{
    const QString reply = QString::fromUtf8(m_outcome.body).simplified();
    const bool saidNo = m_call.isMail() && m_outcome.body.left(3).toInt() >= kRefused;
    if (code == CURLE_LOGIN_DENIED)
        return saidNo
            ? u"%1 refused the login: %2"_s.arg(m_call.place(), reply)
            : u"%1 offers no login that is known here. Does it take a user and a password?"_s.arg(
                m_call.place());
    return saidNo ? u"%1 refused the mail: %2"_s.arg(m_call.place(), reply) : QString();
}

bool Transfer::isHeadTooLong(CURLcode code) const
{
    switch (int(code)) {
    case kTooLarge:
        return true;
    case CURLE_OUT_OF_MEMORY: // as older ones call a header line beyond their bounds
        return m_hasStatus;
    case CURLE_OK:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        return m_headerBytes > kKeptHeaders;
    default:
        return false;
    }
}

QString Transfer::reasonOf(CURLcode code) const
{
    const QString place = m_call.place();
    if (!m_refusedAddress.isEmpty()
        && (code == CURLE_ABORTED_BY_CALLBACK || code == CURLE_COULDNT_CONNECT))
        return u"Pushes to the address %1 are not allowed."_s.arg(m_refusedAddress);
    if (isHeadTooLong(code))
        return u"The head of the answer of %1 is too long. Let it answer with fewer headers."_s.arg(
            place);
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return u"The host of %1 has no address."_s.arg(place);
    case CURLE_COULDNT_CONNECT:
        return u"%1 refused the connection. Is the receiver running?"_s.arg(place);
    case CURLE_OPERATION_TIMEDOUT:
        return u"%1 did not answer in time."_s.arg(place);
    case CURLE_UNSUPPORTED_PROTOCOL: // as it calls an answer that is none
    case CURLE_WEIRD_SERVER_REPLY:
        return m_call.isMail()
            ? u"%1 answered, but not in SMTP. Is this a mail server's port?"_s.arg(place)
            : u"%1 answered, but not in HTTP. Is this the receiver's port?"_s.arg(place);
    case CURLE_SSL_CONNECT_ERROR:
        return u"%1 does not agree on TLS. Does its port expect TLS?"_s.arg(place);
    case CURLE_SSL_CACERT_BADFILE:
        return u"The authorities to trust cannot be read. Is push.ca_file a PEM file?"_s;
    case CURLE_URL_MALFORMAT:
        return u"%1 is not a URL that can be called. Correct the host in it."_s.arg(place);
    case CURLE_OUT_OF_MEMORY:
        return u"There was no memory left to call %1."_s.arg(place);
    case CURLE_OK: // as it calls a head that was cut off
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
        if (m_hasStatus)
            return u"%1 closed the connection within the head of its answer."_s.arg(place);
        return u"%1 closed the connection without an answer."_s.arg(place);
    case CURLE_PEER_FAILED_VERIFICATION:
        return u"The TLS certificate of %1 is not trusted."_s.arg(place);
    case CURLE_USE_SSL_FAILED:
        return u"%1 does not offer STARTTLS, which is required."_s.arg(place);
    default:
        return u"%1: %2."_s.arg(place, QString::fromUtf8(curl_easy_strerror(code)));
    }
}

void Transfer::finish(CURLcode code)
{
    curl_off_t duration = 0;
    curl_easy_getinfo(handle(), CURLINFO_TOTAL_TIME_T, &duration);
    m_outcome.duration = std::chrono::microseconds(duration);
    long status = 0;
    curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
    // What becomes of the body of an answer is nobody's concern; its head has to be whole.
    if (m_isAnswered || (m_call.isMail() && code == CURLE_OK)) {
        m_outcome.status = int(status);
    } else if (const QString said = refusal(code); !said.isEmpty()) {
        m_outcome.status = status >= kRefused ? int(status) : 0; // else of what came before
        m_outcome.error = said;
    } else {
        m_outcome.error = reasonOf(code);
    }
    m_done(m_outcome);
}

} // namespace Signalbox
