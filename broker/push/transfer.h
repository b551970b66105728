// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "push/pushcaller.h"

#include <QElapsedTimer>

#include <curl/curl.h>

#include <memory>

namespace Signalbox {

/// One call while libcurl is at it. Stays where it is: libcurl holds its address.
class Transfer
{
public:
    /// \a options outlive it.
    Transfer(PushCall call, PushCaller::Done done, const PushCaller::Options &options);
    Transfer(const Transfer &) = delete;
    Transfer &operator=(const Transfer &) = delete;

    [[nodiscard]] CURL *handle() const { return m_handle.get(); }
    /// How long the body of an answer may take that is otherwise there: nobody waits for it, but
    /// the next call can have a connection that is read to the end.
    static constexpr std::chrono::milliseconds kBodyGrace{250};
    /// Tells whoever waits that it ended with \a code.
    void finish(CURLcode code);

private:
    struct FreeHandle
    {
        void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    };
    struct FreeList
    {
        void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    };

    void prepareHttp();
    void prepareMail(const MailRelay &relay);
    void endSoon();
    [[nodiscard]] bool isHeadTooLong(CURLcode code) const;
    [[nodiscard]] QString reasonOf(CURLcode code) const;
    /// What the mail relay said against it; empty: nothing.
    [[nodiscard]] QString refusal(CURLcode code) const;

    static size_t giveText(char *to, size_t size, size_t count, void *self);
    static size_t takeBody(char *data, size_t size, size_t count, void *self);
    static size_t takeHeader(char *data, size_t size, size_t count, void *self);
    static size_t takeReply(char *data, size_t size, size_t count, void *self);
    static curl_socket_t openSocket(void *self, curlsocktype purpose, curl_sockaddr *address);
    static int checkAddress(void *self, char *address, char *, int, int);
    /// Whether it may go to \a address; notes one that it may not.
    [[nodiscard]] bool isAllowed(const QHostAddress &address);

    const PushCall m_call;
    const PushCaller::Done m_done;
    const AddressRules &m_addresses;
    const std::chrono::milliseconds m_timeout;
    QElapsedTimer m_time;
    std::unique_ptr<CURL, FreeHandle> m_handle;
    std::unique_ptr<curl_slist, FreeList> m_list; ///< Headers; recipients of a mail.
    QString m_refusedAddress;
    PushOutcome m_outcome;
    qsizetype m_headerBytes = 0;
    qsizetype m_bodyBytes = 0;
    bool m_hasStatus = false; ///< The first line of an answer came in.
    bool m_isInterim = false; ///< Of the head that is coming in.
    bool m_isAnswered = false; ///< The head of the answer, no interim one, came in whole.
    qsizetype m_given = 0; ///< Of a mail's text.
};

} // namespace Signalbox
