// SPDX-License-Identifier: GPL-3.0-only
#pragma once

namespace Signalbox {

class BrokerConnection;
class ConsoleSettings;
class Jobs;
class Notices;

/// What every panel of a connection works with. The window owns all of it, longer than the panels.
struct Workspace
{
    BrokerConnection &connection;
    Notices &notices;
    ConsoleSettings &settings;
    Jobs &jobs;
};

} // namespace Signalbox
