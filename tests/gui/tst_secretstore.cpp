// SPDX-License-Identifier: GPL-3.0-only
#include "console/secretstore.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

class TestSecretStore : public QObject
{
    Q_OBJECT

private slots:
    void aSecretIsReadBack()
    {
        SecretStore store(file(), SecretStore::Policy::FileOnly);
        QCOMPARE(finished(store.place()), SecretStore::Place::File);
        QVERIFY(finished(store.write(u"one"_s, u"first"_s)));
        QVERIFY(finished(store.write(u"two"_s, u"秘密 \"2\""_s)));
        SecretStore another(file(), SecretStore::Policy::FileOnly);
        QCOMPARE(*finished(another.read(u"one"_s)), u"first"_s);
        QCOMPARE(*finished(another.read(u"two"_s)), u"秘密 \"2\""_s);
        QCOMPARE(finished(another.read(u"three"_s)).error().code, ErrorCode::NotFound);
    }

    void onlyTheOwnerReadsTheFile()
    {
        SecretStore store(file(), SecretStore::Policy::FileOnly);
        QVERIFY(finished(store.write(u"one"_s, u"first"_s)));
        QVERIFY(finished(store.write(u"one"_s, u"second"_s)));
#ifndef Q_OS_WIN // where access control lists of the folder decide
        QCOMPARE(QFile::permissions(file())
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther
                        | QFile::ExeOwner),
                 QFile::Permissions());
#endif
        QCOMPARE(*finished(store.read(u"one"_s)), u"second"_s);
    }

    void aRemovedSecretIsGone()
    {
        SecretStore store(file(), SecretStore::Policy::FileOnly);
        QVERIFY(finished(store.write(u"one"_s, u"first"_s)));
        QVERIFY(finished(store.write(u"two"_s, u"second"_s)));
        store.remove(u"one"_s);
        QVERIFY(!finished(store.read(u"one"_s)));
        QVERIFY(finished(store.read(u"two"_s)));
        store.remove(u"two"_s);
        QVERIFY(!QFile::exists(file()));
    }

    void aFileThatCannotBeWrittenIsSaid()
    {
        const QString folder = m_directory.filePath(u"taken"_s);
        QFile taken(folder);
        QVERIFY(taken.open(QFile::WriteOnly)); // where a folder would have to be
        SecretStore store(folder + u"/secrets.json"_s, SecretStore::Policy::FileOnly);
        const Result<SecretStore::Place> written = finished(store.write(u"one"_s, u"first"_s));
        QVERIFY(!written);
        QVERIFY(!written.error().message.contains(u"first"_s));
    }

private:
    [[nodiscard]] QString file() const
    {
        return m_directory.filePath(u"a/b/secrets.json"_s);
    }

    template <typename T>
    static T finished(QFuture<T> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }))
            qFatal("No answer.");
        return future.result();
    }

    QTemporaryDir m_directory;
};

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
