// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/connectionlist.h"
#include "widgets/statusbar.h"

namespace Signalbox {

class BrokerConnection;
class OwnBroker;

/// The window's status bar: state of the broker, endpoint, commit latency with its durability,
/// messages, clock.
class StatusLine : public StatusBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusLine)

public:
    explicit StatusLine(QWidget *parent = nullptr);

    /// \a connection is null while the broker does not run.
    void showState(const OwnBroker &broker, BrokerConnection *connection);
    /// The same in one row, for the list of connections.
    [[nodiscard]] const ConnectionRow &connectionRow() const { return m_row; }

protected:
    void languageChanged() override;

private:
    void showStopped(const OwnBroker &broker);
    void showItems(bool endpoint, bool rest);

    StatusItem *m_state;
    StatusItem *m_endpoint;
    IconButton *m_copy;
    StatusItem *m_commit;
    StatusItem *m_messages;
    StatusItem *m_clock;
    ConnectionRow m_row;
};

} // namespace Signalbox
