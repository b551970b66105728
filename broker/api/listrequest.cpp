// SPDX-License-Identifier: GPL-3.0-only
#include "api/listrequest.h"

namespace Signalbox {

Result<ListPage> parseListPage(const HttpRequest &request)
{
    ListPage page;
    page.prefix = QString::fromUtf8(request.header("x-mns-prefix"));
    page.marker = request.header("x-mns-marker");
    const QByteArray withMeta = request.header("x-mns-with-meta");
    page.withMeta = withMeta == "1" || withMeta.compare("true", Qt::CaseInsensitive) == 0;
    if (const QByteArray size = request.header("x-mns-ret-number"); !size.isEmpty()) {
        bool isNumber = false;
        page.size = size.toInt(&isNumber);
        if (!isNumber || page.size < 1 || page.size > Limits::kMaxListPage) {
            return Error{ErrorCode::InvalidArgument,
                         QStringLiteral("The header x-mns-ret-number must be from 1 to %1.")
                             .arg(Limits::kMaxListPage)};
        }
    }
    return page;
}

} // namespace Signalbox
