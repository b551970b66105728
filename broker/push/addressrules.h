// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QStringList>

namespace Signalbox {

/// Which addresses pushes may go to, by the address that a name resolved to: whoever may subscribe
/// would otherwise reach what only this machine can.
class AddressRules
{
public:
    /// Everything is allowed.
    AddressRules() = default;
    /// Subnets such as "169.254.0.0/16"; what is in one of \a allowed is allowed whatever is
    /// denied. Errors: InvalidArgument, naming the subnet.
    [[nodiscard]] static Result<AddressRules> parse(const QStringList &allowed,
                                                    const QStringList &denied);
    /// Link-local addresses and those where clouds keep the credentials of their machines.
    [[nodiscard]] static QStringList metadataSubnets();

    [[nodiscard]] bool permits(const QHostAddress &address) const;

private:
    using Subnets = QList<QPair<QHostAddress, int>>;

    Subnets m_allowed;
    Subnets m_denied;
};

} // namespace Signalbox
