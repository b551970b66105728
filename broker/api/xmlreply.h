// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "api/exchange.h"
#include "engine/engine.h"

namespace Signalbox {

/// An answer of the MNS API with the headers that all have. \a document may be empty.
[[nodiscard]] HttpReply xmlReply(const Exchange &exchange, int status,
                                 const QByteArray &document = {});

/// The answer of what creates something at \a url: 201, or 204 when it was there already.
[[nodiscard]] HttpReply createdReply(const Exchange &exchange, Engine::Created created,
                                     const QByteArray &url);

/// A completion that answers \a exchange: with the refusal, or with what \a makeReply makes of the
/// value.
template <typename T, typename MakeReply>
[[nodiscard]] auto answering(const ExchangePtr &exchange, MakeReply makeReply)
{
    return [exchange, makeReply = std::move(makeReply)](const Result<T> &result) {
        if (!result)
            return exchange->refuse(result.error());
        if constexpr (std::is_void_v<T>)
            exchange->reply(makeReply());
        else
            exchange->reply(makeReply(*result));
    };
}

} // namespace Signalbox
