// SPDX-License-Identifier: GPL-3.0-only
#include "console/connectionrow.h"

#include "console/brokerconnection.h"
#include "console/connectionbook.h"
#include "console/ownbroker.h"
#include "console/stripes.h"
#include "widgets/format.h"

#include <QCoreApplication>

#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file, under one context.
class RowTexts
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionRow)
};

StateBadge stoppedState(const OwnBroker &broker)
{
    switch (broker.state()) {
    case OwnBroker::State::Failed:
        return {Tone::Danger, u"octagon-alert"_s, RowTexts::tr("Not running")};
    case OwnBroker::State::Starting:
        return {Tone::Info, u"loader"_s, RowTexts::tr("Starting")};
    default:
        return {Tone::Neutral, u"circle-pause"_s, RowTexts::tr("Stopped")};
    }
}

StateBadge stateOf(BrokerConnection &connection, bool isOwn)
{
    const std::optional<Admin::Status> &status = connection.status().status();
    switch (connection.trouble()) {
    case BrokerConnection::Trouble::NoAnswer:
        return {Tone::Danger, u"circle-x"_s, RowTexts::tr("No answer")};
    case BrokerConnection::Trouble::Refused:
        return {Tone::Danger, u"shield-x"_s, RowTexts::tr("Refused")};
    case BrokerConnection::Trouble::NotOffered:
        return {Tone::Warn, u"triangle-alert"_s, RowTexts::tr("No Signalbox")};
    case BrokerConnection::Trouble::None:
        break;
    }
    if (!status) {
        return isOwn ? StateBadge{Tone::Info, u"loader"_s, RowTexts::tr("Starting")}
                     : StateBadge{Tone::Info, u"loader"_s, RowTexts::tr("Connecting")};
    }
    if (status->writesStopped)
        return {Tone::Danger, u"octagon-alert"_s, RowTexts::tr("Writes stopped")};
    return {Tone::Ok, u"circle-check"_s, RowTexts::tr("Running")};
}

} // namespace

ConnectionRow connectionRow(const ConnectionBook &book, const OwnBroker &broker, int index)
{
    const bool isOwn = index == ConnectionBook::kOwn;
    BrokerConnection *connection = book.connectionAt(index);
    ConnectionRow row;
    row.iconName = isOwn ? u"hard-drive"_s : u"server"_s;
    row.name = book.nameAt(index);
    row.stripe = stripeTone(book.savedAt(index).stripe);
    if (connection)
        row.state = stateOf(*connection, isOwn);
    else if (isOwn)
        row.state = stoppedState(broker);
    else if (book.savedAt(index).isDisconnected)
        row.state = {Tone::Neutral, u"circle-pause"_s, RowTexts::tr("Disconnected")};
    else
        row.state = {Tone::Info, u"loader"_s, RowTexts::tr("Connecting")};
    row.detail = row.state.text;

    const bool answers = connection && connection->trouble() == BrokerConnection::Trouble::None
        && connection->status().status();
    if (isOwn && answers && !connection->status().status()->writesStopped) {
        //: %1 is a duration such as "6 d 04 h".
        row.detail = RowTexts::tr("Running · %1")
                         .arg(Format::age(
                             std::chrono::milliseconds(connection->status().status()->uptimeMs)));
    } else if (!isOwn) {
        const QUrl url = book.savedAt(index).url;
        const QString address =
            url.host() + (url.port() > 0 ? u":%1"_s.arg(url.port()) : QString());
        row.detail = answers
            //: %1 is an address, %2 the time that an answer takes.
            ? RowTexts::tr("%1 · %2").arg(address,
                                          Format::duration(connection->status().roundTrip()))
            //: %1 is an address, %2 a state such as "No answer".
            : RowTexts::tr("%1 · %2").arg(address, row.state.text);
    }
    return row;
}

} // namespace Signalbox
