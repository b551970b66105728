// SPDX-License-Identifier: GPL-3.0-only
#include "push/attemptfile.h"

#include "core/logging.h"
#include "push/attemptcodec.h"

#include <QCborValue>
#include <QDir>
#include <QtEndian>

#include <utility>

namespace Signalbox {

namespace {

constexpr char kGrowing[] = "attempts.cbor";
constexpr char kFull[] = "attempts-before.cbor";

constexpr qint64 kLengthBytes = sizeof(quint32);

/// \a attempt behind its length.
QByteArray record(const PushAttempt &attempt)
{
    const QByteArray item = QCborValue(toCbor(attempt)).toCbor();
    QByteArray record(kLengthBytes, Qt::Uninitialized);
    qToBigEndian(quint32(item.size()), record.data());
    return record + item;
}

struct Contents
{
    std::vector<PushAttempt> attempts;
    qint64 wholeBytes = 0; ///< Behind them there is nothing, or a torn one.
};

Contents read(const QString &path)
{
    Contents contents;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return contents;
    const QByteArray bytes = file.readAll();
    while (contents.wholeBytes + kLengthBytes <= bytes.size()) {
        const char *begin = bytes.constData() + contents.wholeBytes;
        const qint64 length = qFromBigEndian<quint32>(begin);
        if (contents.wholeBytes + kLengthBytes + length > bytes.size())
            break;
        const QCborValue item = QCborValue::fromCbor(begin + kLengthBytes, length);
        if (!item.isMap())
            break;
        contents.attempts.push_back(attemptFromCbor(item.toMap()));
        contents.wholeBytes += kLengthBytes + length;
    }
    return contents;
}

} // namespace

AttemptFile::AttemptFile(Options options)
    : m_options(std::move(options))
    , m_file(path(kGrowing))
{
}

QString AttemptFile::path(const char *name) const
{
    return QDir(m_options.directory).filePath(QLatin1StringView(name));
}

std::vector<PushAttempt> AttemptFile::load(qint64 nowMs)
{
    std::vector<PushAttempt> attempts = std::move(read(path(kFull)).attempts);
    Contents growing = read(path(kGrowing));
    if (growing.wholeBytes < m_file.size())
        m_file.resize(growing.wholeBytes);
    m_firstAtMs = growing.attempts.empty() ? 0 : growing.attempts.front().atMs;
    std::ranges::move(growing.attempts, std::back_inserter(attempts));
    std::erase_if(attempts, [oldest = nowMs - m_options.maxAge.count()](const PushAttempt &kept) {
        return kept.atMs < oldest;
    });
    return attempts;
}

void AttemptFile::append(const std::vector<PushAttempt> &attempts, qint64 nowMs)
{
    if (attempts.empty())
        return;
    QByteArray records;
    for (const PushAttempt &attempt : attempts)
        records += record(attempt);
    rotateIfFull(nowMs);
    if (m_firstAtMs == 0)
        m_firstAtMs = nowMs;
    write(records);
}

bool AttemptFile::open()
{
    return m_file.isOpen() || m_file.open(QIODevice::WriteOnly | QIODevice::Append);
}

void AttemptFile::rotateIfFull(qint64 nowMs)
{
    const bool isOld = m_firstAtMs > 0 && nowMs - m_firstAtMs > m_options.maxAge.count() / 2;
    if (!isOld && m_file.size() < m_options.maxBytes / 2)
        return;
    m_file.close();
    QFile::remove(path(kFull));
    QFile::rename(path(kGrowing), path(kFull));
    m_firstAtMs = 0;
}

void AttemptFile::write(const QByteArray &records)
{
    const qint64 whole = m_file.size();
    if (open() && m_file.write(records) == records.size() && m_file.flush()) {
        m_hasWarned = false;
        return;
    }
    if (!std::exchange(m_hasWarned, true)) {
        qCWarning(logPush, "Attempts are not kept on disk: %s: %s",
                  qUtf8Printable(m_file.fileName()), qUtf8Printable(m_file.errorString()));
    }
    m_file.close(); // with what it could not write
    m_file.resize(whole);
}

} // namespace Signalbox
