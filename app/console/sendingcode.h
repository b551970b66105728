// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/endpoint.h"
#include "protocol/message.h"

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
    QString groupId; ///< Empty: none.
    QList<MessageProperty> userProperties;
    bool hasSystemProperties = false; ///< Which tracing sets, and no code like this.
};

/// A language whose SDK can send a message.
struct CodeTarget
{
    QString name; ///< As people call it.
    QString fileName; ///< Of the template, among the resources.
    bool sendsGroup = false; ///< Its SDK knows message groups.
    bool sendsProperties = false; ///< Its SDK knows user properties.
};

[[nodiscard]] QList<CodeTarget> codeTargets();

/// A program that sends \a message; what its SDK cannot send is named in a comment. A secret stands
/// in it only when it is the well-known one for development: code gets shared.
[[nodiscard]] QString sendingCode(const CodeTarget &target, const CodedMessage &message,
                                  const Endpoint &endpoint, const QString &account);

} // namespace Signalbox
