// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

/// The documents of account operations. Source: MNS API reference, account operations (2015-06-06);
/// GetAccount and OpenService from the SDKs.
namespace Signalbox {

/// Body of SetAccountAttributes: what is present.
struct AccountSettingsPatch
{
    std::optional<QString> loggingBucket; ///< Present and empty: cleared.

    bool operator==(const AccountSettingsPatch &) const = default;
};

/// A blank \a document is an empty patch. Errors: MalformedXml, InvalidArgument.
[[nodiscard]] Result<AccountSettingsPatch> parseAccountSettings(QByteArrayView document);
[[nodiscard]] QByteArray writeAccountSettings(const AccountSettingsPatch &settings);

/// Reply of GetAccountAttributes. LoggingBucket is there even when empty: the Python SDK demands
/// it.
[[nodiscard]] QByteArray writeAccountAttributes(const QString &loggingBucket);
/// The logging bucket. Errors: UnexpectedReply.
[[nodiscard]] Result<QString> parseAccountAttributes(QByteArrayView document);

/// Reply of the older GetAccount.
[[nodiscard]] QByteArray writeAccountId(const QString &accountId);
/// Errors: UnexpectedReply.
[[nodiscard]] Result<QString> parseAccountId(QByteArrayView document);

/// Reply of OpenService.
[[nodiscard]] QByteArray writeOpenService(const QString &orderId);
/// The order id. Errors: UnexpectedReply.
[[nodiscard]] Result<QString> parseOpenService(QByteArrayView document);

} // namespace Signalbox
