// SPDX-License-Identifier: GPL-3.0-only
#include "terminationsignals.h"

#include <QMetaObject>
#include <qt_windows.h>

namespace Signalbox {

namespace {

TerminationSignals *listener = nullptr;

BOOL WINAPI tellListener(DWORD) // in a thread of its own
{
    QMetaObject::invokeMethod(listener, &TerminationSignals::received, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

class TerminationSignals::Platform
{
};

TerminationSignals::TerminationSignals(QObject *parent)
    : QObject(parent)
{
    listener = this;
    SetConsoleCtrlHandler(tellListener, TRUE);
}

TerminationSignals::~TerminationSignals()
{
    SetConsoleCtrlHandler(tellListener, FALSE);
    listener = nullptr;
}

} // namespace Signalbox
