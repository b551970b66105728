// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QFuture>
#include <QObject>

namespace Signalbox {

/// The secrets of access keys, by the id of their connection: in the desktop's keychain or, where
/// there is none, in a file that only its user can read. Secrets never reach a log or an error
/// text. GUI thread; nothing blocks, except for the file, which is small.
class SecretStore : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SecretStore)

public:
    enum class Place { Keychain, File };
    enum class Policy { KeychainIfThere, FileOnly };

    /// \a filePath: the file where there is no keychain.
    SecretStore(const QString &filePath, Policy policy, QObject *parent = nullptr);
    ~SecretStore() override;

    /// Where write() would keep a secret now, found out by asking the keychain.
    [[nodiscard]] QFuture<Place> place();
    /// Errors: NotFound.
    [[nodiscard]] QFuture<Result<QString>> read(const QString &id);
    /// Gives the place where it is. Errors: InternalError when neither place takes it.
    [[nodiscard]] QFuture<Result<Place>> write(const QString &id, const QString &secret);
    /// Forgets \a id, wherever it was.
    void remove(const QString &id);

    [[nodiscard]] const QString &filePath() const { return m_filePath; }

private:
    [[nodiscard]] Result<QString> readFromFile(const QString &id) const;
    [[nodiscard]] Result<Place> writeToFile(const QString &id, const QString &secret) const;
    void removeFromFile(const QString &id) const;

    QString m_filePath;
    Policy m_policy;
};

} // namespace Signalbox
