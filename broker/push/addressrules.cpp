// SPDX-License-Identifier: GPL-3.0-only
#include "push/addressrules.h"

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

Result<QList<QPair<QHostAddress, int>>> parseSubnets(const QStringList &texts)
{
    QList<QPair<QHostAddress, int>> subnets;
    for (const QString &text : texts) {
        const QPair<QHostAddress, int> subnet = QHostAddress::parseSubnet(text);
        if (subnet.first.isNull())
            return Error{ErrorCode::InvalidArgument,
                         u"\"%1\" is no subnet; one looks like 10.0.0.0/8."_s.arg(text)};
        subnets.append(subnet);
    }
    return subnets;
}

bool contains(const QList<QPair<QHostAddress, int>> &subnets, const QHostAddress &address)
{
    return std::any_of(subnets.begin(), subnets.end(),
                       [&](const auto &subnet) { return address.isInSubnet(subnet); });
}

} // namespace

Result<AddressRules> AddressRules::parse(const QStringList &allowed, const QStringList &denied)
{
    const auto allowedSubnets = parseSubnets(allowed);
    if (!allowedSubnets)
        return allowedSubnets.error();
    const auto deniedSubnets = parseSubnets(denied);
    if (!deniedSubnets)
        return deniedSubnets.error();
    AddressRules rules;
    rules.m_allowed = *allowedSubnets;
    rules.m_denied = *deniedSubnets;
    return rules;
}

QStringList AddressRules::metadataSubnets()
{
    return {u"169.254.0.0/16"_s, u"100.100.100.200/32"_s, u"fe80::/10"_s, u"fd00:ec2::254/128"_s};
}

bool AddressRules::permits(const QHostAddress &address) const
{
    QHostAddress plain = address;
    bool isMapped = false; // ::ffff:169.254.169.254 is the same machine
    if (const quint32 v4 = address.toIPv4Address(&isMapped); isMapped)
        plain = QHostAddress(v4);
    if (plain == QHostAddress::AnyIPv4) // a connection to nowhere ends at this machine
        plain = QHostAddress::LocalHost;
    else if (plain == QHostAddress::AnyIPv6)
        plain = QHostAddress::LocalHostIPv6;
    return contains(m_allowed, plain) || !contains(m_denied, plain);
}

} // namespace Signalbox
