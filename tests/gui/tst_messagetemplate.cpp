// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/messagetemplate.h"

#include <QDateTime>
#include <QTest>
#include <QUuid>

using namespace Signalbox;
using namespace Qt::StringLiterals;

class TestMessageTemplate : public QObject
{
    Q_OBJECT

private slots:
    void textWithoutPlacesStaysAsItIs()
    {
        for (const QString &text : {u""_s, u"plain"_s, uR"({"a": {"b": 1}})"_s, u"{{other}}"_s,
                                    u"{{int 5}}"_s, u"{{int a b}}"_s}) {
            QVERIFY2(!MessageTemplate(text).hasPlaces(), qPrintable(text));
            QCOMPARE(MessageTemplate(text).filled(3), text);
        }
    }

    void sequencesCount()
    {
        const MessageTemplate text(u"{{seq}}: {{ seq }} of {{seq}}!"_s);
        QVERIFY(text.hasPlaces());
        QCOMPARE(text.filled(12), u"12: 12 of 12!"_s);
    }

    void numbersKeepToTheirRange()
    {
        const MessageTemplate text(u"{{int -2 2}}"_s);
        const MessageTemplate swapped(u"{{int 7 5}}"_s);
        for (int i = 0; i < 200; ++i) {
            const int number = text.filled(i).toInt();
            QVERIFY(number >= -2 && number <= 2);
            const int other = swapped.filled(i).toInt();
            QVERIFY(other >= 5 && other <= 7);
        }
    }

    void identifiersDifferAndTimesAreNow()
    {
        const MessageTemplate text(u"{{uuid}} {{now}}"_s);
        const QStringList first = text.filled(1).split(u' ');
        QVERIFY(!QUuid::fromString(first.at(0)).isNull());
        QVERIFY(first.at(0) != text.filled(2).section(u' ', 0, 0));
        const QDateTime time = QDateTime::fromString(first.at(1), Qt::ISODateWithMs);
        QVERIFY(std::abs(time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    }
};

QTEST_GUILESS_MAIN(TestMessageTemplate)
#include "tst_messagetemplate.moc"
