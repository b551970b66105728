// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/receiverlistmodel.h"
#include "widgets/table/tableroles.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

class TestReceiverListModel : public QObject
{
    Q_OBJECT

private:
    static constexpr qint64 kNow = 1'700'000'000'000;

    static Admin::Receiver receiver(const QString &address, const QString &agent, int holds = 0)
    {
        Admin::Receiver receiver;
        receiver.address = address;
        receiver.agent = agent;
        receiver.holds = holds;
        receiver.lastSeenMs = kNow - 2000;
        return receiver;
    }

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }

    void init()
    {
        m_model = std::make_unique<ReceiverListModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void rowsStandByAddressWhoeverWasSeenLast()
    {
        m_model->merge({receiver(u"10.0.0.2"_s, u"b"_s), receiver(u"10.0.0.1"_s, u"a"_s)}, kNow);
        QCOMPARE(m_model->index(0, 0).data().toString(), u"10.0.0.1"_s);
        QCOMPARE(m_model->index(0, 0).data(TableRole::SecondLine).toString(), u"a"_s);
        QCOMPARE(m_model->index(1, 0).data().toString(), u"10.0.0.2"_s);
    }

    void expiredLeasesAreCountedAndExplained()
    {
        Admin::Receiver slow = receiver(u"1"_s, u"slow"_s);
        slow.expired = 1204;
        m_model->merge({slow, receiver(u"2"_s, u"quick"_s)}, kNow);
        const QModelIndex expired = m_model->index(0, ReceiverListModel::Expired);
        QCOMPARE(expired.data().toString(), u"1,204"_s);
        QCOMPARE(expired.data(TableRole::Sort).toInt(), 1204);
        QVERIFY(expired.data(Qt::ToolTipRole).toString().contains(u"1,204"_s));
        const QModelIndex none = m_model->index(1, ReceiverListModel::Expired);
        QCOMPARE(none.data().toString(), u"0"_s);
        QVERIFY(!none.data(Qt::ToolTipRole).isValid());
    }

    void freshRowsAreMerged()
    {
        m_model->merge({receiver(u"1"_s, u"a"_s), receiver(u"3"_s, u"c"_s)}, kNow);
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        const QPersistentModelIndex last = m_model->index(1, 0);
        m_model->merge({receiver(u"2"_s, u"b"_s), receiver(u"3"_s, u"c"_s, 7)}, kNow);
        QCOMPARE(m_model->rowCount(), 2);
        QCOMPARE(last.row(), 1);
        QCOMPARE(m_model->index(1, ReceiverListModel::Holds).data().toString(), u"7"_s);
        QCOMPARE(m_model->index(0, 0).data().toString(), u"2"_s);
        QCOMPARE(resets.size(), 0);
    }

    void whenOneWasSeenIsToldAndUnknownIsADash()
    {
        Admin::Receiver unseen = receiver(u"2"_s, {});
        unseen.lastSeenMs.reset();
        m_model->merge({receiver(u"1"_s, u"a"_s), unseen}, kNow);
        QCOMPARE(m_model->index(0, ReceiverListModel::LastSeen).data().toString(), u"2 s ago"_s);
        QCOMPARE(m_model->index(1, ReceiverListModel::LastSeen).data().toString(), u"–"_s);
        QCOMPARE(m_model->index(1, 0).data(TableRole::SecondLine).toString(),
                 u"does not name itself"_s);
    }

    void foreignAgentsAreNoMarkup()
    {
        m_model->merge({receiver(u"1"_s, u"<b>app</b>"_s)}, kNow);
        QCOMPARE(m_model->index(0, 0).data(Qt::ToolTipRole).toString(),
                 u"&lt;b&gt;app&lt;/b&gt;"_s);
    }

private:
    std::unique_ptr<ReceiverListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestReceiverListModel)
#include "tst_receiverlistmodel.moc"
