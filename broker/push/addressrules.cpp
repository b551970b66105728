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

/// The IPv4 address in the four bytes of \a address from \a first on.
QHostAddress embedded(const Q_IPV6ADDR &address, int first, quint8 mask = 0)
{
    quint32 v4 = 0;
    for (int i = first; i < first + 4; ++i)
        v4 = v4 << 8 | quint8(address[i] ^ mask);
    return QHostAddress(v4);
}

/// Where the way to \a address may end: networks translate these forms to version 4 on the way.
/// Source: RFC 6052 and RFC 8215 (NAT64), RFC 3056 (6to4), RFC 4380 (Teredo), RFC 4291.
QList<QHostAddress> embeddedAddresses(const QHostAddress &address)
{
    if (address.protocol() != QAbstractSocket::IPv6Protocol)
        return {};
    const auto isIn = [&](const char *subnet, int bits) {
        return address.isInSubnet(QHostAddress(QLatin1StringView(subnet)), bits);
    };
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    if (isIn("2002::", 16))
        return {embedded(bytes, 2)};
    if (isIn("2001::", 32)) // server and client, whose bits are flipped
        return {embedded(bytes, 4), embedded(bytes, 12, 0xff)};
    if (isIn("64:ff9b::", 96) || isIn("64:ff9b:1::", 48) || isIn("::ffff:0:0:0", 96)
        || (isIn("::", 96) && address != QHostAddress::LocalHostIPv6))
        return {embedded(bytes, 12)};
    return {};
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
    if (contains(m_allowed, plain))
        return true;
    const QList<QHostAddress> ends = embeddedAddresses(plain);
    return !contains(m_denied, plain)
        && std::ranges::all_of(ends, [this](const QHostAddress &end) { return permits(end); });
}

} // namespace Signalbox
