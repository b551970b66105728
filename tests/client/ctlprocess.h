// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QStringList>

namespace Signalbox::Test {

/// What one run of signalboxctl gave.
struct CtlResult
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject object() const;
    [[nodiscard]] QJsonArray array() const;
};

/// Runs the signalboxctl that was built, with \a environment and an empty home, while this thread's
/// event loop runs.
class Ctl
{
public:
    Ctl();

    /// Path of the program.
    [[nodiscard]] static QString program();

    QMap<QString, QString> environment;
    QString outputFile; ///< Where its output goes, if not into the result.

    [[nodiscard]] CtlResult run(const QStringList &arguments, const QByteArray &input = {}) const;
};

} // namespace Signalbox::Test
