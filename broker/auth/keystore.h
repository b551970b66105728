// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QString>

namespace Signalbox {

/// An access key and who signs with it.
struct AccessKey
{
    QByteArray id;
    QByteArray secret; ///< Never logged, never part of an error text.
    QString account;
    QString identity; ///< The user within the account; empty for the account itself.
    bool active = true; ///< A key that is switched off is refused like an unknown one.
};

/// Where keys are looked up on every request: in memory, without waiting. Lives in the HTTP thread.
class KeyStore
{
public:
    virtual ~KeyStore() = default;

    /// The key with this \a id; null when there is none. Valid until the store changes.
    [[nodiscard]] virtual const AccessKey *find(const QByteArray &id) const = 0;
};

/// One key of one account.
class SingleKeyStore final : public KeyStore
{
public:
    explicit SingleKeyStore(AccessKey key)
        : m_key(std::move(key))
    {
    }

    [[nodiscard]] const AccessKey *find(const QByteArray &id) const override
    {
        return id == m_key.id ? &m_key : nullptr;
    }

private:
    AccessKey m_key;
};

} // namespace Signalbox
