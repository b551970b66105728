// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/channel.h"
#include "push/addressrules.h"
#include "push/pushcall.h"
#include "push/pushchannels.h"

#include <functional>
#include <memory>
#include <thread>

namespace Signalbox {

/// Makes calls, many at once, in a thread of its own: HTTP over connections that it keeps, each
/// mail over one of its own. Follows no redirection and asks no proxy.
class PushCaller
{
public:
    struct Options
    {
        std::chrono::milliseconds timeout = std::chrono::seconds(5); ///< Of a whole call.
        bool verifyTls = true; ///< Certificates and the names in them.
        QString caFile; ///< PEM, with further authorities to trust; empty: the system's alone.
        int keptConnections = 256; ///< Between calls, at most.
        AddressRules addresses;
        MailRelay relay; ///< How mails get through to it.
    };
    /// Called in the caller's own thread.
    using Done = std::function<void(const PushOutcome &)>;

    explicit PushCaller(Options options);
    /// Ends what is under way without a word.
    ~PushCaller();
    PushCaller(const PushCaller &) = delete;
    PushCaller &operator=(const PushCaller &) = delete;

    /// From any thread.
    void call(PushCall call, Done done);

private:
    class Loop;

    std::unique_ptr<Loop> m_loop;
    std::thread m_thread;
};

} // namespace Signalbox
