// SPDX-License-Identifier: GPL-3.0-only
#include "console/statusline.h"

#include "console/brokerconnection.h"
#include "console/ownbroker.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/format.h"

#include <QDateTime>

#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

QString endpointText(const Endpoint &endpoint)
{
    return endpoint.url.toString(QUrl::StripTrailingSlash);
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : StatusBar(parent)
    , m_state(addLeft())
    , m_endpoint(addCopyable({}))
    , m_copy(findChild<IconButton *>())
    , m_commit(addLeft())
    , m_messages(addRight())
    , m_clock(addRight())
{
    m_state->setStrong(true);
    m_endpoint->setMono(true);
    languageChanged();
}

void StatusLine::languageChanged()
{
    m_copy->setName(tr("Copy endpoint"));
}

void StatusLine::showStopped(const OwnBroker &broker)
{
    const bool failed = broker.state() == OwnBroker::State::Failed;
    m_row = {u"hard-drive"_s, tr("This broker"), failed ? tr("Not running") : tr("Stopped"), {}};
    m_row.state = {failed ? Tone::Danger : Tone::Neutral,
                   failed ? u"octagon-alert"_s : u"circle-pause"_s, m_row.detail};
    m_state->setContent(m_row.state.iconName,
                        failed ? tr("Broker not running") : tr("Broker stopped"), m_row.state.tone);
    showItems(false, false);
}

void StatusLine::showItems(bool endpoint, bool rest)
{
    m_endpoint->setVisible(endpoint);
    m_copy->setVisible(endpoint);
    for (StatusItem *item : {m_commit, m_messages, m_clock})
        item->setVisible(rest);
    const QList<Hairline *> lines = findChildren<Hairline *>();
    for (Hairline *line : lines)
        line->setVisible(rest);
}

void StatusLine::showState(const OwnBroker &broker, BrokerConnection *connection)
{
    if (!connection)
        return showStopped(broker);
    const std::optional<Admin::Status> &status = connection->status().status();
    m_endpoint->setContent({}, endpointText(connection->endpoint()));
    showItems(true, status.has_value());

    m_row = {u"hard-drive"_s,
             tr("This broker"),
             tr("Starting"),
             {Tone::Info, u"loader"_s, tr("Starting")}};
    if (connection->isLost()) {
        m_state->setContent(u"octagon-alert"_s, tr("No answer"), Tone::Danger);
        m_row.detail = tr("No answer");
        m_row.state = {Tone::Danger, u"circle-x"_s, m_row.detail};
    } else if (!status) {
        m_state->setContent(u"loader"_s, tr("Broker starting"), Tone::Info);
    } else if (status->writesStopped) {
        m_state->setContent(u"octagon-alert"_s, tr("Writes stopped"), Tone::Danger);
        m_row.detail = tr("Writes stopped");
        m_row.state = {Tone::Danger, u"octagon-alert"_s, m_row.detail};
    } else {
        m_state->setContent(u"circle-check"_s, tr("Broker running"), Tone::Ok);
        //: %1 is a duration such as "6 d 04 h".
        m_row.detail =
            tr("Running · %1").arg(Format::age(std::chrono::milliseconds(status->uptimeMs)));
        m_row.state = {Tone::Ok, u"circle-check"_s, tr("Running")};
    }
    if (!status)
        return;

    const QString durability =
        status->durability == "normal"_L1 ? tr("durability normal") : tr("durability full");
    m_commit->setContent(
        u"database"_s,
        status->commitNumber > 0
            //: %1 is a duration in milliseconds, %2 the durability.
            ? tr("Commit p99 %1 ms · %2").arg(Format::rate(status->commitP99Ms), durability)
            : durability);
    m_messages->setContent({}, tr("%Ln message(s)", nullptr, int(status->messages.total())));
    const QString time =
        QDateTime::fromMSecsSinceEpoch(connection->status().brokerNowMs()).toString(u"HH:mm:ss"_s);
    if (status->clock.frozen)
        m_clock->setContent(u"snowflake"_s, tr("Clock: frozen, %1").arg(time), Tone::Warn);
    else if (status->clock.offsetMs != 0)
        m_clock->setContent(u"clock"_s, tr("Clock: shifted, %1").arg(time), Tone::Warn);
    else
        m_clock->setContent(u"clock"_s, tr("Clock: real, %1").arg(time));
}

} // namespace Signalbox
