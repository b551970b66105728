// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <functional>
#include <mutex>
#include <utility>
#include <vector>

namespace Signalbox {

/// Carries values from any thread to one consumer, with one wake-up per batch. The consumer's
/// wake-up is called in the sending thread, without the lock, and only when the channel was empty:
/// it should queue a call in the consumer's thread which takes all.
template <typename T>
class Channel
{
public:
    explicit Channel(std::function<void()> wakeConsumer)
        : m_wakeConsumer(std::move(wakeConsumer))
    {
    }
    Channel(const Channel &) = delete;
    Channel &operator=(const Channel &) = delete;

    void send(T value)
    {
        bool wasEmpty = false;
        {
            const std::lock_guard lock(m_mutex);
            wasEmpty = m_values.empty();
            m_values.push_back(std::move(value));
        }
        if (wasEmpty)
            m_wakeConsumer();
    }

    [[nodiscard]] std::vector<T> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_values, {});
    }

private:
    std::function<void()> m_wakeConsumer;
    std::mutex m_mutex;
    std::vector<T> m_values;
};

} // namespace Signalbox
