// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>

#include <functional>

class QObject;

/// The desktop's keychain: the secret service or KWallet, the macOS keychain, the Windows
/// credential store. The only place that knows QtKeychain; in a build without it nothing is there.
namespace Signalbox::Keychain {

enum class Outcome {
    Done,
    NoEntry, ///< It works, and has nothing under that id.
    Unusable, ///< There is none, or it refused.
};

/// Each call ends with \a done, once, in the event loop of \a context, unless that is gone by then.
void read(const QString &id, QObject *context,
          const std::function<void(Outcome, const QString &secret)> &done);
void write(const QString &id, const QString &secret, QObject *context,
           const std::function<void(Outcome)> &done);
/// Forgets what is there under \a id, if anything.
void remove(const QString &id);

} // namespace Signalbox::Keychain
