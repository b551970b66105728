// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/deadletter.h"

#include <QCoreApplication>

namespace Signalbox {

namespace {

class DeadLetterTexts
{
    Q_DECLARE_TR_FUNCTIONS(DeadLetter)
};

} // namespace

QString deadLetterOrigin(const Admin::DeadLetter &letter)
{
    //: A topic and its subscription.
    return letter.subscription.isEmpty()
        ? letter.queue
        : DeadLetterTexts::tr("%1 › %2").arg(letter.topic, letter.subscription);
}

QString deadLetterReason(const Admin::DeadLetter &letter)
{
    return letter.subscription.isEmpty()
        ? DeadLetterTexts::tr("Received %Ln time(s)", nullptr, letter.tries)
        : DeadLetterTexts::tr("%Ln try(s) to push", nullptr, letter.tries);
}

bool isDeadLetter(const Admin::Message &message)
{
    return message.deadLetter && message.deadLetter->redrivenFrom.isEmpty();
}

bool isNearDeadLetter(int receives, int maxReceives)
{
    return maxReceives > 0 && receives > 0 && receives >= maxReceives - 2;
}

} // namespace Signalbox
