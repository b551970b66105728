// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QWidget>

#include <optional>

namespace Signalbox {

class Banner;
struct BannerMessage;
class BrokerConnection;

/// What is wrong with the broker as a whole, the worst thing only, until it no longer is: it does
/// not answer, it takes no writes, its clock stands still.
class BrokerBanner : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BrokerBanner)

public:
    explicit BrokerBanner(QWidget *parent = nullptr);

    /// Null: there is nothing to say. \a name is that of the connection, which the user may edit
    /// when \a isAdded.
    void showState(BrokerConnection *connection, const QString &name, bool isAdded);

signals:
    /// Ask the broker again now.
    void retryRequested();
    /// Give another address or key.
    void editRequested();
    /// Let the broker's clock run.
    void clockRunRequested();

private:
    enum class Action { None, Retry, Edit, RunClock };

    [[nodiscard]] std::optional<BannerMessage> connectionTrouble(BrokerConnection &connection,
                                                                 const QString &name, bool isAdded);

    Banner *m_banner;
    Action m_action = Action::None;
};

} // namespace Signalbox
