// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/endpoint.h"

#include <QList>
#include <QString>

#include <chrono>

namespace Signalbox {

/// A message as code sends it.
struct CodedMessage
{
    QString queueName;
    QString body; ///< Before it is encoded.
    bool base64 = false; ///< Encoded on the wire, by the SDK or else by this code.
    std::chrono::seconds delay{0};
    int priority = 0;
};

/// A language whose SDK can send a message.
struct CodeTarget
{
    QString name; ///< As people call it.
    QString fileName; ///< Of the template, among the resources.
};

[[nodiscard]] QList<CodeTarget> codeTargets();

/// A program that sends \a message. A secret stands in it only when it is the well-known one for
/// development: code gets shared.
[[nodiscard]] QString sendingCode(const CodeTarget &target, const CodedMessage &message,
                                  const Endpoint &endpoint, const QString &account);

} // namespace Signalbox
