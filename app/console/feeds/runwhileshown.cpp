// SPDX-License-Identifier: GPL-3.0-only
#include "console/feeds/runwhileshown.h"

#include "console/brokerconnection.h"

#include <QEvent>
#include <QPointer>
#include <QWidget>

namespace Signalbox {

namespace {

class Runner final : public QObject
{
public:
    Runner(Feed &feed, QWidget &widget, BrokerConnection &connection)
        : QObject(&widget)
        , m_feed(&feed)
        , m_widget(widget)
        , m_connection(connection)
    {
        widget.installEventFilter(this);
        connect(&feed, &QObject::destroyed, this, &QObject::deleteLater);
        connect(&connection, &BrokerConnection::pausedChanged, this, [this] { update(); });
        update();
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
            update();
        return false;
    }

private:
    void update()
    {
        if (m_feed)
            m_widget.isVisible() && !m_connection.isPaused() ? m_feed->start() : m_feed->stop();
    }

    QPointer<Feed> m_feed; ///< May be gone when the widget is hidden for the last time.
    QWidget &m_widget;
    BrokerConnection &m_connection;
};

} // namespace

void runWhileShown(Feed &feed, QWidget &widget, BrokerConnection &connection)
{
    new Runner(feed, widget, connection);
}

} // namespace Signalbox
