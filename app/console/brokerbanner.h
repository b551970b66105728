// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QWidget>

namespace Signalbox {

class Banner;
class BrokerConnection;

/// What is wrong with the broker as a whole, the worst thing only, until it no longer is: it does
/// not answer, it takes no writes, its clock stands still.
class BrokerBanner : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrokerBanner)

public:
    explicit BrokerBanner(QWidget *parent = nullptr);

    /// Null: there is nothing to say.
    void showState(BrokerConnection *connection);

signals:
    /// Ask the broker again now.
    void retryRequested();
    /// Let the broker's clock run.
    void clockRunRequested();

private:
    enum class Action { None, Retry, RunClock };

    Banner *m_banner;
    Action m_action = Action::None;
};

} // namespace Signalbox
