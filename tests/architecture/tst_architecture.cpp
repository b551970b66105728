// SPDX-License-Identifier: GPL-3.0-only
#include "layers.h"
#include "sourcerules.h"
#include "sourcetext.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

namespace {

QString read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// All files of ours whose name matches, relative to the tree.
QStringList filesOfTheTree(const QStringList &patterns)
{
    const QDir tree(QStringLiteral(SIGNALBOX_TREE));
    QStringList files = tree.entryList(patterns, QDir::Files);
    // Neither examples/ nor snippets: they are there to be copied into other people's code.
    for (const char *folder : {"app", "broker", "packaging", "tests", "widgets"}) {
        QDirIterator walk(tree.filePath(QLatin1String(folder)), patterns, QDir::Files,
                          QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = tree.relativeFilePath(walk.next());
            if (!path.contains(u"/node_modules/") && !path.startsWith(u"tests/data/")
                && !path.startsWith(u"app/console/snippets/"))
                files.append(path);
        }
    }
    files.sort();
    return files;
}

const Layers &layersOfTheTree()
{
    static const Layers layers(read(QStringLiteral(SIGNALBOX_LAYERS_FILE)),
                               QStringLiteral(SIGNALBOX_TREE));
    return layers;
}

/// A made-up build: api passes engine on and uses secret for itself; store stands alone.
const Layers &sampleLayers()
{
    static const Layers layers(u"api|/t/broker/api|engine,secret|engine,$<LINK_ONLY:secret>\n"
                               "engine|/t/broker/engine|core|core\n"
                               "secret|/t/broker/secret|core|core\n"
                               "store|/t/broker/store|core|core\n"
                               "core|/t/broker/core|Qt6::Core|Qt6::Core\n"
                               "server|/t/broker/server|api|api\n"
                               "widgets|/t/widgets||\n"
                               "console|/t/app/console|server,widgets|\n"_s,
                               u"/t"_s);
    return layers;
}

} // namespace

class TestArchitecture : public QObject
{
    Q_OBJECT

private slots:
    void takesSourceApart();
    void includeNeedsALink_data();
    void includeNeedsALink();
    void specialHeadersStayBehindTheirSeam_data();
    void specialHeadersStayBehindTheirSeam();
    void sqlStaysInTheDialect_data();
    void sqlStaysInTheDialect();
    void eventLoopsAreNotNested();
    void licenceOpensTheFile_data();
    void licenceOpensTheFile();

    void treeFollowsTheRules();
    void everyFileOfTheTreeOpensWithItsLicence();
    void brokerKnowsNoWindow();
    void widgetsKnowNoBroker();
};

void TestArchitecture::takesSourceApart()
{
    const SourceText source =
        readSource(u"#include \"core/a.h\" // \"no\"\n"
                   "/* \"no\"\n QEventLoop */ int a = 1'000; char q = '\"';\n"
                   "#include <QString>\n"
                   "auto s = u\"one \\\" two\"_s; auto r = R\"x(raw \"1\"\n)x\";\n"
                   "f(\"last\");"_s);
    QCOMPARE(source.includes, (QList<SourcePiece>{{1, u"\"core/a.h\""_s}, {4, u"<QString>"_s}}));
    QCOMPARE(source.strings,
             (QList<SourcePiece>{{5, u"one \\\" two"_s}, {5, u"raw \"1\"\n"_s}, {7, u"last"_s}}));
    QCOMPARE(source.codeLines.size(), 7);
    QCOMPARE(source.codeLines.at(2).trimmed(), u"int a = 1'000; char q = '';"_s);
}

void TestArchitecture::includeNeedsALink_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("own folder") << "broker/api/a.cpp"
                                << "api/a.h" << true;
    QTest::newRow("linked") << "broker/api/a.cpp"
                            << "engine/engine.h" << true;
    QTest::newRow("linked privately") << "broker/api/a.cpp"
                                      << "secret/key.h" << true;
    QTest::newRow("passed on") << "broker/api/a.cpp"
                               << "core/result.h" << true;
    QTest::newRow("not passed on") << "broker/server/s.cpp"
                                   << "secret/key.h" << false;
    QTest::newRow("beside it") << "broker/api/a.cpp"
                               << "store/store.h" << false;
    QTest::newRow("upwards") << "broker/core/a.cpp"
                             << "engine/engine.h" << false;
    QTest::newRow("a broker's window") << "broker/api/a.cpp"
                                       << "widgets/badge.h" << false;
    QTest::newRow("a program's library") << "app/console/main.cpp"
                                         << "server/broker.h" << true;
    QTest::newRow("a program's subfolder") << "app/console/panels/p.cpp"
                                           << "store/store.h" << false;
    QTest::newRow("nothing of ours") << "broker/core/a.cpp"
                                     << "sqlite3/sqlite3.h" << true;
    QTest::newRow("a test may know all") << "tests/unit/api/tst_a.cpp"
                                         << "store/store.h" << true;
}

void TestArchitecture::includeNeedsALink()
{
    QFETCH(const QString, path);
    QFETCH(const QString, include);
    QFETCH(const bool, allowed);
    const SourceText source = readSource(u"\n#include \"%1\"\n"_s.arg(include));
    const QStringList breaches = unlinkedIncludes(path, source, sampleLayers());
    QCOMPARE(breaches.isEmpty(), allowed);
    if (!allowed)
        QVERIFY2(breaches.first().startsWith(path + u":2: "_s), qPrintable(breaches.first()));
}

void TestArchitecture::specialHeadersStayBehindTheirSeam_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("seam") << "broker/http/qthttpfrontend.cpp"
                          << "<QHttpServer>" << true;
    QTest::newRow("versions") << "broker/http/qthttpcompat.h"
                              << "<QtHttpServer/QHttpServer>" << true;
    QTest::newRow("router") << "broker/http/router.cpp"
                            << "<QHttpServerRequest>" << false;
    QTest::newRow("base class") << "broker/api/a.cpp"
                                << "<QAbstractHttpServer>" << false;
    QTest::newRow("a header of ours") << "broker/api/a.cpp"
                                      << "\"http/httprequest.h\"" << true;
    QTest::newRow("chart") << "widgets/charts/ratechart.cpp"
                           << "<qcustomplot.h>" << true;
    QTest::newRow("chart's header") << "widgets/charts/ratechart.h"
                                    << "<qcustomplot.h>" << false;
    QTest::newRow("panel") << "app/console/panels/overview.cpp"
                           << "\"qcustomplot.h\"" << false;
}

void TestArchitecture::specialHeadersStayBehindTheirSeam()
{
    QFETCH(const QString, path);
    QFETCH(const QString, include);
    QFETCH(const bool, allowed);
    QCOMPARE(straySpecialHeaders(path, readSource(u"#include "_s + include)).isEmpty(), allowed);
}

void TestArchitecture::sqlStaysInTheDialect_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("dialect") << "broker/store/sqlitedialect.cpp"
                             << "q(\"SELECT 1\")" << true;
    QTest::newRow("part of the dialect") << "broker/store/sqlitedialect_claims.cpp"
                                         << "q(\"PRAGMA x\")" << true;
    QTest::newRow("query") << "broker/store/writer.cpp"
                           << "q(\"SELECT 1\")" << false;
    QTest::newRow("insert") << "broker/engine/e.cpp"
                            << "q(\"INSERT OR IGNORE INTO a VALUES (?)\")" << false;
    QTest::newRow("raw string") << "broker/store/w.cpp"
                                << "q(R\"(\n  UPDATE a SET b = 1)\")" << false;
    QTest::newRow("transaction") << "app/daemon/main.cpp"
                                 << "q(\"BEGIN IMMEDIATE\")" << false;
    QTest::newRow("comment") << "broker/store/writer.cpp"
                             << "// \"SELECT 1\"" << true;
    QTest::newRow("plain English") << "app/console/a.cpp"
                                   << "tr(\"Select a queue to begin.\")" << true;
    QTest::newRow("test") << "tests/unit/store/tst_a.cpp"
                          << "q(\"SELECT 1\")" << true;
}

void TestArchitecture::sqlStaysInTheDialect()
{
    QFETCH(const QString, path);
    QFETCH(const QString, code);
    QFETCH(const bool, allowed);
    QCOMPARE(straySql(path, readSource(code)).isEmpty(), allowed);
}

void TestArchitecture::eventLoopsAreNotNested()
{
    const SourceText looping =
        readSource(u"\nQCoreApplication::processEvents();\nQEventLoop loop;"_s);
    QCOMPARE(nestedEventLoops(u"app/console/a.cpp"_s, looping).size(), 2);
    QCOMPARE(nestedEventLoops(u"tests/gui/a.cpp"_s, looping).size(), 0);
    const SourceText innocent = readSource(u"// no QEventLoop here\nf(\"processEvents\");"_s);
    QCOMPARE(nestedEventLoops(u"app/console/a.cpp"_s, innocent), QStringList());
}

void TestArchitecture::licenceOpensTheFile_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("C++") << "// SPDX-License-Identifier: GPL-3.0-only\n" << true;
    QTest::newRow("shell") << "#!/bin/sh\n# SPDX-License-Identifier: GPL-3.0-only\n" << true;
    QTest::newRow("none") << "#pragma once\n" << false;
    QTest::newRow("too late") << "#pragma once\n// SPDX-License-Identifier: GPL-3.0-only\n"
                              << false;
    QTest::newRow("empty") << "" << false;
}

void TestArchitecture::licenceOpensTheFile()
{
    QFETCH(const QString, text);
    QFETCH(const bool, allowed);
    QCOMPARE(missingLicence(u"a"_s, text).isEmpty(), allowed);
}

void TestArchitecture::treeFollowsTheRules()
{
    const QDir tree(QStringLiteral(SIGNALBOX_TREE));
    const QStringList files = filesOfTheTree({u"*.cpp"_s, u"*.h"_s});
    QVERIFY(files.contains(u"broker/core/result.h"_s));
    QCOMPARE(layersOfTheTree().targetOfInclude(u"core/result.h"_s), u"signalbox_core"_s);
    QStringList breaches;
    for (const QString &path : files) {
        const SourceText source = readSource(read(tree.filePath(path)));
        breaches += unlinkedIncludes(path, source, layersOfTheTree());
        breaches += straySpecialHeaders(path, source);
        breaches += straySql(path, source);
        breaches += nestedEventLoops(path, source);
    }
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
}

void TestArchitecture::everyFileOfTheTreeOpensWithItsLicence()
{
    const QDir tree(QStringLiteral(SIGNALBOX_TREE));
    const QStringList files = filesOfTheTree({u"*.cpp"_s, u"*.h"_s, u"*.cmake"_s, u"*.sh"_s,
                                              u"*.js"_s, u"*.mjs"_s, u"CMakeLists.txt"_s});
    QVERIFY(files.contains(u"run.sh"_s));
    QStringList breaches;
    for (const QString &path : files)
        breaches += missingLicence(path, read(tree.filePath(path)));
    QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join(u'\n')));
}

void TestArchitecture::brokerKnowsNoWindow()
{
    const QStringList targets = layersOfTheTree().targetsBelow(u"broker/"_s);
    QVERIFY(targets.contains(u"signalbox_core"_s));
    for (const QString &target : targets) {
        const QSet<QString> reachable = layersOfTheTree().reachable(target);
        for (const char *library :
             {"Qt6::Gui", "Qt6::Widgets", "Qt6::Svg", "QCustomPlotQt6::QCustomPlotQt6"})
            QVERIFY2(!reachable.contains(QLatin1String(library)),
                     qPrintable(target + u" links "_s + QLatin1String(library)));
    }
}

void TestArchitecture::widgetsKnowNoBroker()
{
    const QStringList brokerTargets = layersOfTheTree().targetsBelow(u"broker/"_s);
    const QSet<QString> broker(brokerTargets.cbegin(), brokerTargets.cend());
    const QStringList targets = layersOfTheTree().targetsBelow(u"widgets/"_s);
    for (const QString &target : targets)
        QVERIFY2(!layersOfTheTree().reachable(target).intersects(broker),
                 qPrintable(target + u" links a part of the broker"_s));
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
