// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/channel.h"
#include "push/addressrules.h"
#include "push/httpcall.h"

#include <functional>
#include <memory>
#include <thread>

namespace Signalbox {

/// Makes HTTP calls, many at once, in a thread of its own, over connections that it keeps. Follows
/// no redirection and asks no proxy.
class HttpCaller
{
public:
    struct Options
    {
        std::chrono::milliseconds timeout = std::chrono::seconds(5); ///< Of a whole call.
        bool verifyTls = true; ///< The certificate and the name of an https endpoint.
        AddressRules addresses;
    };
    /// Called in the caller's own thread.
    using Done = std::function<void(const HttpOutcome &)>;

    explicit HttpCaller(Options options);
    /// Ends what is under way without a word.
    ~HttpCaller();
    HttpCaller(const HttpCaller &) = delete;
    HttpCaller &operator=(const HttpCaller &) = delete;

    /// From any thread.
    void call(HttpCall call, Done done);

private:
    class Loop;

    std::unique_ptr<Loop> m_loop;
    std::thread m_thread;
};

} // namespace Signalbox
