// SPDX-License-Identifier: GPL-3.0-only
#include "console/changetexts.h"

#include "client/admincall.h"
#include "client/apirequest.h"

#include <QCoreApplication>
#include <QStringList>
#include <QUrl>

#include <array>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

class ChangeTexts
{
    Q_DECLARE_TR_FUNCTIONS(ChangeTexts)
};

constexpr auto kContext = "ChangeTexts";
const auto kAdminPath = QString::fromLatin1(kAdminPrefix);

/// An operation of MNS, by its name.
struct Operation
{
    QLatin1StringView name;
    const char *text; ///< %1 is the queue or topic, %2 what belongs to it.
};

constexpr std::array kOperations{
    Operation{"SendMessage"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Send a message to %1.")},
    Operation{"BatchSendMessage"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Send messages to %1.")},
    Operation{"ReceiveMessage"_L1,
              QT_TRANSLATE_NOOP("ChangeTexts", "Receive a message of %1, as an app would.")},
    Operation{"BatchReceiveMessage"_L1,
              QT_TRANSLATE_NOOP("ChangeTexts", "Receive messages of %1, as an app would.")},
    Operation{"DeleteMessage"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Delete a message of %1.")},
    Operation{"BatchDeleteMessage"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Delete messages of %1.")},
    Operation{"ChangeMessageVisibility"_L1,
              QT_TRANSLATE_NOOP("ChangeTexts", "Change how long a message of %1 is held.")},
    Operation{"CreateQueue"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Create queue %1.")},
    Operation{"SetQueueAttributes"_L1,
              QT_TRANSLATE_NOOP("ChangeTexts", "Change the attributes of queue %1.")},
    Operation{"DeleteQueue"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Delete queue %1.")},
    Operation{"CreateTopic"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Create topic %1.")},
    Operation{"SetTopicAttributes"_L1,
              QT_TRANSLATE_NOOP("ChangeTexts", "Change the attributes of topic %1.")},
    Operation{"DeleteTopic"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Delete topic %1.")},
    Operation{"PublishMessage"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Publish a message to %1.")},
    Operation{"Subscribe"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Subscribe %2 to %1.")},
    Operation{"SetSubscriptionAttributes"_L1,
              QT_TRANSLATE_NOOP("ChangeTexts", "Change subscription %2 of %1.")},
    Operation{"Unsubscribe"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Unsubscribe %2 from %1.")},
};

/// A call of the admin API, by method and path; "*" stands for a name.
struct Call
{
    QLatin1StringView pattern;
    const char *text; ///< %1 is the first name, %2 the second.
};

constexpr std::array kCalls{
    Call{"DELETE /queues/*"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Delete queue %1.")},
    Call{"POST /queues/*/purge"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Purge queue %1.")},
    Call{"DELETE /queues/*/messages/*"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Delete a message of %1.")},
    Call{"POST /queues/*/messages/delete"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Delete messages of %1.")},
    Call{"POST /queues/*/messages/move"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Move messages out of %1.")},
    Call{"POST /queues/*/redrive"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Move dead letters out of %1.")},
    Call{"POST /queues/*/redrive/undo"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Take dead letters back to %1.")},
    Call{"DELETE /topics/*"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Delete topic %1.")},
    Call{"DELETE /topics/*/subscriptions/*"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Unsubscribe %2 from %1.")},
    Call{"POST /topics/*/subscriptions/*/retry"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Retry at once what waits for %2 of %1.")},
    Call{"POST /topics/*/subscriptions/*/pause"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Pause subscription %2 of %1.")},
    Call{"POST /topics/*/subscriptions/*/resume"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Resume subscription %2 of %1.")},
    Call{"POST /attempts/*/send-again"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Push a message once more.")},
    Call{"POST /push-test"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Push a test message.")},
    Call{"POST /outbox/delete"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Delete messages of the outbox.")},
    Call{"POST /outbox/*/send"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Send a message of the outbox for real.")},
    Call{"POST /trash/*/restore"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Bring an entry of the trash back.")},
    Call{"DELETE /trash/*/restore"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Stop bringing an entry of the trash back.")},
    Call{"DELETE /trash/*"_L1,
         QT_TRANSLATE_NOOP("ChangeTexts", "Give up an entry of the trash for good.")},
    Call{"DELETE /trash"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Empty the trash for good.")},
    Call{"POST /clock/freeze"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Freeze the broker's clock.")},
    Call{"POST /clock/run"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Let the broker's clock run.")},
    Call{"POST /clock/advance"_L1, QT_TRANSLATE_NOOP("ChangeTexts", "Advance the broker's clock.")},
};

QString pathOf(const ApiRequest &request)
{
    return QString::fromLatin1(request.target.split('?').constFirst());
}

QString filled(const char *text, const QStringList &names)
{
    QString sentence = QCoreApplication::translate(kContext, text);
    // Names are put in at once: one of them may look like a place for the other.
    return names.size() > 1 ? sentence.arg(names.at(0), names.at(1))
        : names.isEmpty()   ? sentence
                            : sentence.replace(u"%1"_s, names.at(0));
}

/// The names that stand in \a path where \a pattern has a "*"; absent when it is another path.
std::optional<QStringList> namesIn(const QString &path, QStringView pattern)
{
    const QStringList parts = path.split(u'/');
    const QList<QStringView> wanted = pattern.split(u'/');
    if (parts.size() != wanted.size())
        return std::nullopt;
    QStringList names;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (wanted.at(i) == u"*")
            names.append(QUrl::fromPercentEncoding(parts.at(i).toLatin1()));
        else if (parts.at(i) != wanted.at(i))
            return std::nullopt;
    }
    return names;
}

} // namespace

bool changesSomething(const ApiRequest &request)
{
    return request.method != "GET" || request.operation == "ReceiveMessage"_L1
        || request.operation == "BatchReceiveMessage"_L1;
}

QString changeText(const ApiRequest &request)
{
    const QString path = pathOf(request);
    for (const Operation &operation : kOperations) {
        if (operation.name != request.operation)
            continue;
        QStringList names;
        const QStringList parts = path.split(u'/'); // "", "queues", name, what belongs to it, name
        for (const int part : {2, 4}) {
            if (part < parts.size())
                names.append(QUrl::fromPercentEncoding(parts.at(part).toLatin1()));
        }
        return filled(operation.text, names);
    }
    if (path.startsWith(kAdminPath)) {
        const QString asked =
            QString::fromLatin1(request.method) + u' ' + path.mid(kAdminPath.size());
        for (const Call &call : kCalls) {
            if (const auto names = namesIn(asked, QString(call.pattern)))
                return filled(call.text, *names);
        }
    }
    //: What is sent has no words of its own: %1 is its method and path.
    return ChangeTexts::tr("Send the request %1.")
        .arg(QString::fromLatin1(request.method) + u' ' + path);
}

} // namespace Signalbox
