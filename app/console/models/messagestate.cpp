// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/messagestate.h"

#include <QCoreApplication>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *source)
{
    return QCoreApplication::translate("MessageState", source);
}

} // namespace

StateBadge messageStateBadge(Admin::MessageState state)
{
    switch (state) {
    case Admin::MessageState::Ready:
        return {Tone::Ok, u"circle-dot"_s, translated(QT_TRANSLATE_NOOP("MessageState", "Ready"))};
    case Admin::MessageState::Delayed:
        return {Tone::Info, u"clock"_s, translated(QT_TRANSLATE_NOOP("MessageState", "Delayed"))};
    case Admin::MessageState::Leased:
        return {Tone::Warn, u"arrow-right-left"_s,
                translated(QT_TRANSLATE_NOOP("MessageState", "In flight"))};
    case Admin::MessageState::Blocked:
        break;
    }
    //: A message that waits behind an earlier one of its group.
    return {Tone::Neutral, u"circle-pause"_s,
            translated(QT_TRANSLATE_NOOP("MessageState", "Waiting"))};
}

StateBadge goneMessageBadge()
{
    //: A message that left the queue, or the state shown, since the list was read.
    return {Tone::Neutral, u"circle-dashed"_s,
            translated(QT_TRANSLATE_NOOP("MessageState", "Gone"))};
}

} // namespace Signalbox
