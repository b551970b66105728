// SPDX-License-Identifier: GPL-3.0-only
#include "console/secretstore.h"

#include "console/keychain.h"
#include "core/wholefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>

#include <memory>
#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMaxFileBytes = 1 << 20;
constexpr QFile::Permissions kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// Nothing is kept under this id: reading it tells whether the keychain answers.
const auto kProbe = u"probe"_s;

template <typename T>
using Promise = std::shared_ptr<QPromise<T>>;

template <typename T>
Promise<T> makePromise()
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    return promise;
}

template <typename T>
void finish(const Promise<T> &promise, T value)
{
    promise->addResult(std::move(value));
    promise->finish();
}

QJsonObject readAll(const QString &filePath)
{
    QFile file(filePath);
    if (!file.open(QFile::ReadOnly) || file.size() > kMaxFileBytes)
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

bool writeAll(const QString &filePath, const QJsonObject &secrets)
{
    if (!QDir().mkpath(QFileInfo(filePath).absolutePath()))
        return false;
    QSaveFile file(filePath);
    // Before the first byte: nobody else may read it for a moment either.
    if (!file.open(QSaveFile::WriteOnly) || !file.setPermissions(kOwnerOnly))
        return false;
    return writeAndCommit(file, QJsonDocument(secrets).toJson());
}

} // namespace

SecretStore::SecretStore(const QString &filePath, Policy policy, QObject *parent)
    : QObject(parent)
    , m_filePath(filePath)
    , m_policy(policy)
{
}

SecretStore::~SecretStore() = default;

QFuture<SecretStore::Place> SecretStore::place()
{
    auto promise = makePromise<Place>();
    if (m_policy == Policy::FileOnly) {
        finish(promise, Place::File);
        return promise->future();
    }
    Keychain::read(kProbe, this, [promise](Keychain::Outcome outcome, const QString &) {
        finish(promise, outcome == Keychain::Outcome::Unusable ? Place::File : Place::Keychain);
    });
    return promise->future();
}

QFuture<Result<QString>> SecretStore::read(const QString &id)
{
    auto promise = makePromise<Result<QString>>();
    // The file first: what is there was put there because no keychain took it.
    Result<QString> inFile = readFromFile(id);
    if (inFile || m_policy == Policy::FileOnly) {
        finish(promise, std::move(inFile));
        return promise->future();
    }
    Keychain::read(id, this, [promise](Keychain::Outcome outcome, const QString &secret) {
        finish(promise,
               outcome == Keychain::Outcome::Done
                   ? Result<QString>(secret)
                   : Error{ErrorCode::NotFound, u"No secret is kept for this connection."_s});
    });
    return promise->future();
}

QFuture<Result<SecretStore::Place>> SecretStore::write(const QString &id, const QString &secret)
{
    auto promise = makePromise<Result<Place>>();
    if (m_policy == Policy::FileOnly) {
        finish(promise, writeToFile(id, secret));
        return promise->future();
    }
    Keychain::write(id, secret, this, [this, promise, id, secret](Keychain::Outcome outcome) {
        if (outcome != Keychain::Outcome::Done)
            return finish(promise, writeToFile(id, secret));
        removeFromFile(id);
        finish(promise, Result<Place>(Place::Keychain));
    });
    return promise->future();
}

void SecretStore::remove(const QString &id)
{
    removeFromFile(id);
    if (m_policy == Policy::KeychainIfThere)
        Keychain::remove(id);
}

Result<QString> SecretStore::readFromFile(const QString &id) const
{
    const QJsonValue secret = readAll(m_filePath).value(id);
    if (!secret.isString())
        return Error{ErrorCode::NotFound, u"No secret is kept for this connection."_s};
    return secret.toString();
}

Result<SecretStore::Place> SecretStore::writeToFile(const QString &id, const QString &secret) const
{
    QJsonObject secrets = readAll(m_filePath);
    secrets.insert(id, secret);
    if (!writeAll(m_filePath, secrets))
        return Error{ErrorCode::InternalError, u"%1 cannot be written."_s.arg(m_filePath)};
    return Place::File;
}

void SecretStore::removeFromFile(const QString &id) const
{
    QJsonObject secrets = readAll(m_filePath);
    if (!secrets.contains(id))
        return;
    secrets.remove(id);
    if (secrets.isEmpty())
        QFile::remove(m_filePath);
    else
        static_cast<void>(writeAll(m_filePath, secrets));
}

} // namespace Signalbox
