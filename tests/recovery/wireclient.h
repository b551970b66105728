// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/signature.h"

#include <QByteArray>
#include <QObject>
#include <QTcpSocket>

#include <functional>

namespace Signalbox {

/// One signed request after the other over one connection to a broker on this machine. Says what
/// was answered and nothing else: a connection that ends before the whole answer is status 0.
class WireClient : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WireClient)

public:
    struct Call
    {
        QByteArray method;
        QByteArray target;
        QByteArray body;
    };
    struct Reply
    {
        int status = 0; ///< 0: nobody knows what became of the call.
        QByteArray body;
    };
    using Done = std::function<void(const Reply &)>;

    WireClient(quint16 port, Credentials credentials, QObject *parent = nullptr);

    [[nodiscard]] bool isBusy() const { return bool(m_done); }
    /// Only while not busy.
    void call(const Call &call, Done done);
    /// The same, and waits for the answer.
    Reply callAndWait(const Call &call);

private:
    void readReply();
    void finish(const Reply &reply);
    [[nodiscard]] QByteArray request(const Call &call) const;

    const quint16 m_port;
    const Credentials m_credentials;
    QTcpSocket m_socket;
    QByteArray m_toSend;
    QByteArray m_received;
    Done m_done;
};

} // namespace Signalbox
