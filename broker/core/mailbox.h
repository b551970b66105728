// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QObject>

#include <functional>
#include <future>
#include <mutex>
#include <type_traits>
#include <vector>

namespace Signalbox {

/// Runs calls from any thread in the thread it lives in, in order. Everything between our threads
/// goes this way: what travels is guarded by a lock of the standard library, which the thread
/// sanitizer can follow, unlike those inside of Qt. Make it a child of the object whose thread it
/// shall share. What has not run when it is destroyed is dropped.
class Mailbox : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Mailbox)

public:
    explicit Mailbox(QObject *parent);
    ~Mailbox() override;

    /// From any thread.
    void post(std::function<void()> call);

    /// Runs \a call there and waits for its result. From any other thread, while the thread of this
    /// mailbox runs.
    template <typename Call>
    auto await(Call call)
    {
        using Value = std::invoke_result_t<Call>;
        std::promise<Value> result;
        std::future<Value> value = result.get_future();
        post([&] {
            if constexpr (std::is_void_v<Value>) {
                call();
                result.set_value();
            } else {
                result.set_value(call());
            }
        });
        return value.get();
    }

private:
    /// Invoked by name: a pointer would travel through Qt's own locks.
    Q_INVOKABLE void deliver();

    std::mutex m_mutex;
    std::vector<std::function<void()>> m_calls;
};

} // namespace Signalbox
