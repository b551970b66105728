// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QFuture>
#include <QTest>

namespace Signalbox::Test {

/// Runs the event loop until \a future is finished, at most 10 s.
template <typename T>
T awaited(const QFuture<T> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000)
        || future.resultCount() == 0) {
        qFatal("The call did not come to a result.");
    }
    return future.result();
}

} // namespace Signalbox::Test
