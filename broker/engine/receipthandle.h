// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "store/rows.h"

#include <QByteArray>

#include <memory>

struct evp_cipher_ctx_st;

namespace Signalbox {

/// Receipt handles: a message and the number of its lease, as unguessable text of letters, digits
/// and one hyphen ("1-" and 32 hexadecimal digits). One block of AES-128 under a key of the
/// database, so a handle needs no table and none can be made up.
class ReceiptHandleCodec
{
public:
    ReceiptHandleCodec();
    ~ReceiptHandleCodec();
    ReceiptHandleCodec(const ReceiptHandleCodec &) = delete;
    ReceiptHandleCodec &operator=(const ReceiptHandleCodec &) = delete;

    /// 16 bytes. Call before anything else.
    void setKey(const QByteArray &key);

    [[nodiscard]] QByteArray encode(MessageKey key) const;
    /// Errors: InvalidArgument for text that is no handle at all, ReceiptHandleError for one that
    /// this broker did not make.
    [[nodiscard]] Result<MessageKey> decode(const QByteArray &handle) const;

private:
    struct FreeContext
    {
        void operator()(evp_cipher_ctx_st *context) const;
    };
    using Context = std::unique_ptr<evp_cipher_ctx_st, FreeContext>;

    Context m_encrypt;
    Context m_decrypt;
};

} // namespace Signalbox
