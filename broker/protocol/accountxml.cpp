// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/accountxml.h"

#include "core/limits.h"
#include "protocol/xmlreader.h"
#include "protocol/xmlwriter.h"

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray writeOneElement(QByteArrayView root, QByteArrayView element, const QString &value)
{
    XmlWriter writer(root);
    writer.text(element, value);
    return writer.finish();
}

Result<QString> parseOneElement(QByteArrayView document, QByteArrayView root,
                                QByteArrayView element)
{
    XmlReader reader(document, XmlReader::Origin::Reply);
    std::optional<QString> value;
    if (reader.readRoot(root)) {
        while (reader.nextChild()) {
            if (reader.name() == element)
                reader.read(value);
            else
                reader.skip();
        }
    }
    return reader.finish(value.value_or(QString()));
}

QByteArray writeLoggingBucket(const QString &bucket)
{
    XmlWriter writer("Account");
    writer.textOrEmpty("LoggingBucket", bucket.toUtf8());
    return writer.finish();
}

} // namespace

Result<AccountSettingsPatch> parseAccountSettings(QByteArrayView document)
{
    AccountSettingsPatch patch;
    if (XmlReader::isBlank(document))
        return patch;
    XmlReader reader(document);
    if (reader.readRoot("Account")) {
        while (reader.nextChild()) {
            if (reader.name() != "LoggingBucket") {
                reader.skip();
                continue;
            }
            const QString bucket = QString::fromUtf8(reader.readText()).trimmed();
            if (patch.loggingBucket)
                reader.refuse(u"LoggingBucket must not appear twice."_s);
            else if (bucket.size() > Limits::kMaxLoggingBucketLength)
                reader.refuse(u"LoggingBucket must be at most %1 characters long."_s.arg(
                    Limits::kMaxLoggingBucketLength));
            patch.loggingBucket = bucket;
        }
    }
    return reader.finish(std::move(patch));
}

QByteArray writeAccountSettings(const AccountSettingsPatch &settings)
{
    if (settings.loggingBucket)
        return writeLoggingBucket(*settings.loggingBucket);
    return XmlWriter("Account").finish();
}

QByteArray writeAccountAttributes(const QString &loggingBucket)
{
    return writeLoggingBucket(loggingBucket);
}

Result<QString> parseAccountAttributes(QByteArrayView document)
{
    return parseOneElement(document, "Account", "LoggingBucket");
}

QByteArray writeAccountId(const QString &accountId)
{
    return writeOneElement("Account", "AccountId", accountId);
}

Result<QString> parseAccountId(QByteArrayView document)
{
    return parseOneElement(document, "Account", "AccountId");
}

QByteArray writeOpenService(const QString &orderId)
{
    return writeOneElement("OpenService", "OrderId", orderId);
}

Result<QString> parseOpenService(QByteArrayView document)
{
    return parseOneElement(document, "OpenService", "OrderId");
}

} // namespace Signalbox
