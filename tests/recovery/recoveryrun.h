// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QtGlobal>

namespace Signalbox {

/// What the environment asks of a test that kills a broker again and again (docs/testing.md):
///   SIGNALBOX_RECOVERY_ROUNDS  how often it is killed
///   SIGNALBOX_RECOVERY_SEED    repeats the choices of an earlier run, which printed its seed
struct RecoveryRun
{
    int rounds = 0;
    quint32 seed = 0;

    /// Prints both.
    [[nodiscard]] static RecoveryRun fromEnvironment(int defaultRounds);
};

/// Lets a test function take a day: the rounds are many by request. Before QTest::qExec().
void liftTimeLimit();

} // namespace Signalbox
