// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <type_traits>
#include <utility>

namespace Signalbox {

/// Calls \a take with the result of \a future, in the thread and the event loop of \a context; not
/// at all when the context dies before, or the call is cancelled. (The continuation of
/// QFuture::then() may not outlive its context before Qt 6.5.)
template <typename T, typename Take>
void onReply(const QFuture<T> &future, QObject *context, Take take)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, take = std::move(take)]() mutable {
                         watcher->deleteLater();
                         if (watcher->isCanceled())
                             return;
                         if constexpr (std::is_void_v<T>)
                             take();
                         else
                             take(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace Signalbox
