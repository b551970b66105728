// SPDX-License-Identifier: GPL-3.0-only
#include "core/ids.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtEndian>

#include <array>

namespace Signalbox {

QString newRequestId()
{
    std::array<quint32, 3> words{};
    QRandomGenerator::global()->fillRange(words.data(), words.size());
    const QByteArray bytes =
        QByteArray::fromRawData(reinterpret_cast<const char *>(words.data()), sizeof(words));
    return QString::fromLatin1(bytes.toHex().toUpper());
}

QByteArray randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes;
}

QByteArray messageIdText(const QByteArray &databaseId, qint64 sequence)
{
    QByteArray bytes = databaseId;
    bytes.resize(16);
    qToBigEndian<quint64>(static_cast<quint64>(sequence), bytes.data() + 8);
    return bytes.toHex().toUpper();
}

QString upperHexMd5(const QByteArray &text)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex().toUpper());
}

} // namespace Signalbox
