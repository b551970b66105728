// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/endpoint.h"
#include "protocol/signature.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QTcpServer>

#include <functional>

class QTcpSocket;

namespace Signalbox::Test {

/// An HTTP server that records what it is asked and answers what a test tells it to: recorded
/// replies of the service, or none at all. Lives in the test's thread.
class FakeServer : public QObject
{
    Q_OBJECT

public:
    struct Request
    {
        SignedRequest head; ///< Header names in lower case.
        QByteArray body;
    };
    /// The bytes to answer with; empty for no answer.
    using Handler = std::function<QByteArray(const Request &)>;

    FakeServer();

    [[nodiscard]] Endpoint endpoint() const;
    void setHandler(Handler handler) { m_handler = std::move(handler); }
    /// Answers every request alike.
    void answer(int status, const QByteArray &body = {},
                const QByteArray &contentType = "text/xml;charset=utf-8");
    void closeAfterAnswer() { m_closeAfterAnswer = true; }

    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    [[nodiscard]] int connectionsMade() const { return m_connectionsMade; }
    [[nodiscard]] int connectionsOpen() const { return m_connectionsOpen; }

    /// A whole reply.
    static QByteArray reply(int status, const QByteArray &body = {},
                            const QByteArray &contentType = "text/xml;charset=utf-8");

private:
    void read(QTcpSocket *socket);

    Handler m_handler;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<Request> m_requests;
    int m_connectionsMade = 0;
    int m_connectionsOpen = 0;
    bool m_closeAfterAnswer = false;
    QTcpServer m_listener; ///< Last, since its sockets still tell of their end.
};

} // namespace Signalbox::Test
