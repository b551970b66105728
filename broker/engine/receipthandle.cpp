// SPDX-License-Identifier: GPL-3.0-only
#include "engine/receipthandle.h"

#include <QtEndian>

#include <openssl/evp.h>

#include <array>

namespace Signalbox {

namespace {

constexpr int kBlockBytes = 16;
constexpr QByteArrayView kPrefix = "1-"; // version of the form
constexpr quint32 kMark = 0x53423031; // tells a block that was encrypted here from noise

using Block = std::array<uchar, kBlockBytes>;

bool isUpperHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F'); });
}

} // namespace

void ReceiptHandleCodec::FreeContext::operator()(evp_cipher_ctx_st *context) const
{
    EVP_CIPHER_CTX_free(context);
}

ReceiptHandleCodec::ReceiptHandleCodec()
    : m_encrypt(EVP_CIPHER_CTX_new())
    , m_decrypt(EVP_CIPHER_CTX_new())
{
}

ReceiptHandleCodec::~ReceiptHandleCodec() = default;

void ReceiptHandleCodec::setKey(const QByteArray &key)
{
    Q_ASSERT(key.size() == kBlockBytes);
    const auto *bytes = reinterpret_cast<const uchar *>(key.constData());
    // One block at a time, each different from every other, is what ECB is for.
    EVP_EncryptInit_ex(m_encrypt.get(), EVP_aes_128_ecb(), nullptr, bytes, nullptr);
    EVP_DecryptInit_ex(m_decrypt.get(), EVP_aes_128_ecb(), nullptr, bytes, nullptr);
    EVP_CIPHER_CTX_set_padding(m_encrypt.get(), 0);
    EVP_CIPHER_CTX_set_padding(m_decrypt.get(), 0);
}

QByteArray ReceiptHandleCodec::encode(MessageKey key) const
{
    Block plain{};
    qToBigEndian<quint64>(static_cast<quint64>(key.sequence), plain.data());
    qToBigEndian<quint32>(static_cast<quint32>(key.leaseNo), plain.data() + 8);
    qToBigEndian<quint32>(kMark, plain.data() + 12);
    QByteArray block(kBlockBytes, Qt::Uninitialized);
    int written = 0;
    EVP_EncryptUpdate(m_encrypt.get(), reinterpret_cast<uchar *>(block.data()), &written,
                      plain.data(), kBlockBytes);
    return kPrefix.toByteArray() + block.toHex().toUpper();
}

Result<MessageKey> ReceiptHandleCodec::decode(const QByteArray &handle) const
{
    const QByteArrayView digits =
        QByteArrayView(handle).sliced(std::min(handle.size(), kPrefix.size()));
    if (!handle.startsWith(kPrefix) || digits.size() != 2 * kBlockBytes || !isUpperHex(digits))
        return Error{ErrorCode::InvalidArgument,
                     QStringLiteral("The value of ReceiptHandle is not a receipt handle.")};
    const QByteArray block = QByteArray::fromHex(digits.toByteArray());
    Block plain{};
    int written = 0;
    EVP_DecryptUpdate(m_decrypt.get(), plain.data(), &written,
                      reinterpret_cast<const uchar *>(block.constData()), kBlockBytes);
    if (written != kBlockBytes || qFromBigEndian<quint32>(plain.data() + 12) != kMark)
        return Error{ErrorCode::ReceiptHandleError,
                     QStringLiteral("The receipt handle was not given out by this broker.")};
    return MessageKey{static_cast<MessageSequence>(qFromBigEndian<quint64>(plain.data())),
                      static_cast<int>(qFromBigEndian<quint32>(plain.data() + 8))};
}

} // namespace Signalbox
