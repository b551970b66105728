// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>

#include <vector>

namespace Signalbox::Test {

/// One push as it arrived, byte by byte.
struct ReceivedPush
{
    QByteArray requestLine;
    QByteArray head; ///< Header lines, as spelled.
    QByteArray body;

    /// The value of \a name, spelled exactly so; null when there is no such line.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    /// Whether the holder of \a certificate (PEM) signed it, by the documented procedure.
    [[nodiscard]] bool isSignedBy(const QByteArray &certificate) const;
};

/// An HTTP endpoint for pushes that answers as it is told. Lives in the test's thread and knows
/// nothing of the product's code.
class PushReceiver : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PushReceiver)

public:
    enum class Manner {
        Answer, ///< With the status set.
        Hang, ///< Never says a word.
        Close, ///< Closes the connection instead of answering.
        Drip, ///< Answers a byte now and then, and never comes to the end of the head.
        DripBody, ///< With the status set, and a body that comes like that.
        CutBody, ///< With the status set, and closes the connection within the body.
        CutHead, ///< The same within the head.
        LongBody, ///< With the status set, and 8 KiB at once.
        LongHead, ///< With a header of 200 KiB.
        Talk ///< As something that is no HTTP server.
    };

    PushReceiver();
    ~PushReceiver() override;

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    /// "http://127.0.0.1:PORT" and \a path.
    [[nodiscard]] QByteArray url(const QByteArray &path = "/notifications") const;

    void behave(Manner manner, int status = 204);
    [[nodiscard]] const std::vector<ReceivedPush> &pushes() const { return m_pushes; }
    /// How many there were in all.
    [[nodiscard]] int connections() const { return m_connections; }
    /// Waits until so many have come in all.
    [[nodiscard]] bool waitFor(std::size_t pushes) const;

private:
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket);

    Manner m_manner = Manner::Answer;
    int m_status = 204;
    int m_connections = 0;
    std::vector<ReceivedPush> m_pushes;
    QHash<QTcpSocket *, QByteArray> m_unread;
    QTcpServer m_server; // goes first: its sockets tell when they end
};

} // namespace Signalbox::Test
