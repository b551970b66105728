// SPDX-License-Identifier: GPL-3.0-only
// A QtHttpServer with nothing behind it: every request gets the same small reply. What the bench
// reaches here is the most that any broker on QtHttpServer could reach on this machine;
// tests/bench/run.sh compares the two.
#include <QCoreApplication>
#include <QHttpServer>
#include <QHttpServerResponder>
#include <QTcpServer>

#include <cstdio>

namespace {

/// The size of a SendMessage reply.
const QByteArray kReply = "<?xml version=\"1.0\" ?>\n"
                          "<Message xmlns=\"http://mns.aliyuncs.com/doc/v1\">\n"
                          "  <MessageId>0909FF0D9C3A630C372B8A14BD2011B6</MessageId>\n"
                          "  <MessageBodyMD5>F76691D4C1532DDC644B6FCEF012DD94</MessageBodyMD5>\n"
                          "</Message>\n";

void answer(QHttpServerResponder &responder)
{
    responder.write(kReply, "text/xml;charset=utf-8", QHttpServerResponder::StatusCode::Created);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QHttpServer server;
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    server.setMissingHandler(
        &application,
        [](const QHttpServerRequest &, QHttpServerResponder &responder) { answer(responder); });
    QTcpServer listener;
    const bool listening = listener.listen(QHostAddress::LocalHost) && server.bind(&listener);
    const quint16 port = listener.serverPort();
#else
    server.setMissingHandler(
        [](const QHttpServerRequest &, QHttpServerResponder &&responder) { answer(responder); });
    const quint16 port = server.listen(QHostAddress::LocalHost);
    const bool listening = port != 0;
#endif
    if (!listening)
        return 1;
    std::printf("barehttp ready http://127.0.0.1:%u\n", unsigned(port));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
