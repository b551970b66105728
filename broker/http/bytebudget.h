// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QtGlobal>

#include <limits>

namespace Signalbox {

/// Bytes that several may hold together. Used in one thread.
class ByteBudget
{
public:
    /// What one of them holds; given back when it goes.
    class Share
    {
    public:
        explicit Share(ByteBudget &budget)
            : m_budget(budget)
        {
        }
        ~Share() { release(); }
        Q_DISABLE_COPY_MOVE(Share)

        /// It holds \a bytes now. Returns whether all together may have what this one grew by; if
        /// not, what it holds is to be dropped and the share released.
        [[nodiscard]] bool resize(qint64 bytes)
        {
            const qint64 growth = bytes - m_bytes;
            m_bytes = bytes;
            m_budget.m_used += growth;
            return growth <= 0 || m_budget.m_used <= m_budget.m_limit;
        }

        void release()
        {
            if (m_bytes > 0)
                m_budget.m_used -= m_bytes;
            m_bytes = 0;
        }

    private:
        ByteBudget &m_budget; ///< Gone, perhaps, once everything is released.
        qint64 m_bytes = 0;
    };

    void setLimit(qint64 bytes) { m_limit = bytes; }

private:
    qint64 m_limit = std::numeric_limits<qint64>::max();
    qint64 m_used = 0;
};

} // namespace Signalbox
