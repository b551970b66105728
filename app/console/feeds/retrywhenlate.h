// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <functional>

namespace Signalbox {

class BrokerConnection;
class DataTable;

/// Where rows of \a connection are long in coming, \a table says so and lets the user call
/// \a retry.
void retryWhenLate(DataTable &table, BrokerConnection &connection, std::function<void()> retry);

} // namespace Signalbox
