// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/apitransport.h"
#include "client/replyerror.h"
#include "protocol/queue.h"

#include <type_traits>

/// What the calls of MnsClient share.
namespace Signalbox {

inline constexpr auto kXml = "text/xml;charset=UTF-8";

/// A request for one page of a list.
[[nodiscard]] inline ApiRequest listRequest(const QString &operation, const QByteArray &target,
                                            const ListPage &page)
{
    ApiRequest request{operation, "GET", target};
    request.headers = {{"x-mns-ret-number", QByteArray::number(page.size)},
                       {"x-mns-with-meta", page.withMeta ? "true" : "false"}};
    if (!page.prefix.isEmpty())
        request.headers.append({"x-mns-prefix", page.prefix.toUtf8()});
    if (!page.marker.isEmpty())
        request.headers.append({"x-mns-marker", page.marker});
    return request;
}

/// Sends \a request; \a read makes the result from the document of a successful reply.
template <typename Read>
auto mnsCall(ApiTransport &transport, const ApiRequest &request, Read read)
{
    using R = std::invoke_result_t<Read, const ApiReply &>;
    const QString host = transport.endpoint().displayName();
    return transport.call<typename R::Value>(request, [read, host](const ApiReply &reply) -> R {
        if (!reply.isSuccess())
            return replyError(reply, host);
        return read(reply);
    });
}

/// For replies whose status says everything.
inline Result<void> nothing(const ApiReply &)
{
    return {};
}

/// What the status of a create says.
template <typename Created>
Result<Created> created(const ApiReply &reply)
{
    return reply.status == 204 ? Created::AlreadyThere : Created::New;
}

} // namespace Signalbox
