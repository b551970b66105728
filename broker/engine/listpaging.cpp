// SPDX-License-Identifier: GPL-3.0-only
#include "engine/listpaging.h"

#include "protocol/bounds.h"

namespace Signalbox {

Result<QString> firstNameOf(const ListPage &page)
{
    if (page.size < 1 || page.size > Limits::kMaxListPage)
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("The value of x-mns-ret-number should be between 1 and %1.")
                         .arg(Limits::kMaxListPage)};
    if (page.marker.isEmpty())
        return page.prefix;
    // A marker is the name of the first entry of its page; Base64 keeps it opaque.
    const auto decoded = QByteArray::fromBase64Encoding(page.marker, QByteArray::Base64UrlEncoding);
    if (!decoded || !hasNameAlphabet(QString::fromLatin1(*decoded)))
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("The value of x-mns-marker is not a marker.")};
    return std::max(page.prefix, QString::fromLatin1(*decoded));
}

QByteArray markerOf(const QString &name)
{
    return name.toLatin1().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace Signalbox
