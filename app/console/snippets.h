// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/endpoint.h"

#include <QList>
#include <QString>

namespace Signalbox {

/// A first message in one language: creates a queue, sends, receives and deletes.
struct Snippet
{
    QString name; ///< Of the language, as people call it.
    QString fileName; ///< Among the resources.
    QString note; ///< What is peculiar about its SDK, in the language in use.
};

[[nodiscard]] QList<Snippet> snippets();

/// The file \a fileName with this endpoint, key and account in place of the ones of the file.
[[nodiscard]] QString snippetText(const QString &fileName, const Endpoint &endpoint,
                                  const QString &account);

/// The same facts as shell commands that set the variables which the official SDKs and our examples
/// read.
[[nodiscard]] QString environmentText(const Endpoint &endpoint, const QString &account);

} // namespace Signalbox
