// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/statusbar.h"
#include "widgets/statuspill.h"

namespace Signalbox {

class BrokerConnection;
class ConnectionBook;
class OwnBroker;

/// The window's status bar: state of the current broker, endpoint, commit latency with its
/// durability (of another than the one inside: the round trip), messages, clock.
class StatusLine : public StatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// Shows the current connection of \a book.
    void showState(const ConnectionBook &book, const OwnBroker &broker);

protected:
    void languageChanged() override;

private:
    [[nodiscard]] QString ownStateText(const StateBadge &state) const;
    void showSpeed(const BrokerConnection &connection, bool isOwn);
    void showItems(bool endpoint, bool rest);

    StatusItem *m_state;
    StatusItem *m_endpoint;
    IconButton *m_copy;
    StatusItem *m_commit;
    StatusItem *m_messages;
    StatusItem *m_clock;
};

} // namespace Signalbox
