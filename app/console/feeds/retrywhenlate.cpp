// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/retrywhenlate.h"

#include "console/brokerconnection.h"
#include "widgets/table/datatable.h"
#include "widgets/table/waitnotice.h"

#include <utility>

namespace Signalbox {

void retryWhenLate(DataTable &table, BrokerConnection &connection, std::function<void()> retry)
{
    table.waitNotice().setName(connection.changes().place());
    QObject::connect(&table.waitNotice(), &WaitNotice::retryRequested, &table, std::move(retry));
}

} // namespace Signalbox
