// SPDX-License-Identifier: GPL-3.0-only
#include "recoveryrun.h"

#include <QByteArray>
#include <QRandomGenerator>
#include <QString>

namespace Signalbox {

namespace {

constexpr char kRounds[] = "SIGNALBOX_RECOVERY_ROUNDS";
constexpr char kSeed[] = "SIGNALBOX_RECOVERY_SEED";
constexpr char kTimeLimit[] = "QTEST_FUNCTION_TIMEOUT";

} // namespace

RecoveryRun RecoveryRun::fromEnvironment(int defaultRounds)
{
    RecoveryRun run;
    run.rounds = qEnvironmentVariable(kRounds, QString::number(defaultRounds)).toInt();
    run.seed = qEnvironmentVariableIsSet(kSeed) ? qEnvironmentVariable(kSeed).toUInt()
                                                : QRandomGenerator::global()->generate();
    qInfo("%d rounds, %s=%u", run.rounds, kSeed, run.seed);
    return run;
}

void liftTimeLimit()
{
    if (!qEnvironmentVariableIsSet(kTimeLimit))
        qputenv(kTimeLimit, "86400000");
}

} // namespace Signalbox
