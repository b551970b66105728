// SPDX-License-Identifier: GPL-3.0-only
#include "console/keychain.h"

#include <QTimer>

#ifdef SIGNALBOX_HAVE_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

namespace Signalbox::Keychain {

#ifdef SIGNALBOX_HAVE_KEYCHAIN

namespace {

QString service()
{
    return QStringLiteral("signalbox");
}

Outcome outcomeOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return Outcome::Done;
    case QKeychain::EntryNotFound:
        return Outcome::NoEntry;
    default:
        return Outcome::Unusable;
    }
}

} // namespace

void read(const QString &id, QObject *context,
          const std::function<void(Outcome, const QString &secret)> &done)
{
    auto *job = new QKeychain::ReadPasswordJob(service()); // Deletes itself when it ends.
    job->setKey(id);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, done] { done(outcomeOf(job->error()), job->textData()); });
    job->start();
}

void write(const QString &id, const QString &secret, QObject *context,
           const std::function<void(Outcome)> &done)
{
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setKey(id);
    job->setTextData(secret);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [job, done] { done(outcomeOf(job->error())); });
    job->start();
}

void remove(const QString &id)
{
    auto *job = new QKeychain::DeletePasswordJob(service());
    job->setKey(id);
    job->start();
}

#else

void read(const QString &, QObject *context,
          const std::function<void(Outcome, const QString &secret)> &done)
{
    QTimer::singleShot(0, context, [done] { done(Outcome::Unusable, {}); });
}

void write(const QString &, const QString &, QObject *context,
           const std::function<void(Outcome)> &done)
{
    QTimer::singleShot(0, context, [done] { done(Outcome::Unusable); });
}

void remove(const QString &) { }

#endif

} // namespace Signalbox::Keychain
