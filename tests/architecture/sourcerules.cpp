// SPDX-License-Identifier: GPL-3.0-only
#include "sourcerules.h"

#include "layers.h"
#include "sourcetext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

bool isProduct(const QString &path)
{
    return path.startsWith(u"broker/") || path.startsWith(u"widgets/") || path.startsWith(u"app/");
}

QString breach(const QString &path, int line, const QString &what)
{
    return u"%1:%2: %3"_s.arg(path).arg(line).arg(what);
}

} // namespace

QStringList unlinkedIncludes(const QString &path, const SourceText &source, const Layers &layers)
{
    const QString own = layers.targetOf(path);
    if (!isProduct(path) || own.isEmpty())
        return {};
    const QSet<QString> reachable = layers.reachable(own);
    QStringList breaches;
    for (const SourcePiece &include : source.includes) {
        if (!include.text.startsWith(u'"'))
            continue;
        const QString name = include.text.mid(1, include.text.size() - 2);
        const QString target = layers.targetOfInclude(name);
        if (!target.isEmpty() && target != own && !reachable.contains(target)) {
            breaches +=
                breach(path, include.line,
                       u"includes \"%1\", but %2 does not link %3"_s.arg(name, own, target));
        }
    }
    return breaches;
}

QStringList straySpecialHeaders(const QString &path, const SourceText &source)
{
    static const QRegularExpression httpServer(
        u"^[<\"](QtHttpServer/"
        ".*|QHttpServer\\w*|QAbstractHttpServer|qhttpserver\\w*\\.h|"
        "qabstracthttpserver\\.h)[>\"]$"_s);
    static const QRegularExpression plot(u"^[<\"](.*/)?(qcustomplot\\.h|QCustomPlot)[>\"]$"_s);
    static const QRegularExpression charts(u"^widgets/charts/[^/]*\\.cpp$"_s);
    const bool isSeam =
        path == u"broker/http/qthttpfrontend.cpp" || path == u"broker/http/qthttpcompat.h";
    if (!isProduct(path))
        return {};
    QStringList breaches;
    for (const SourcePiece &include : source.includes) {
        if (!isSeam && httpServer.match(include.text).hasMatch()) {
            breaches += breach(path, include.line,
                               u"only broker/http/qthttpfrontend.cpp and qthttpcompat.h may know "
                               "QtHttpServer"_s);
        }
        if (plot.match(include.text).hasMatch() && !charts.match(path).hasMatch()) {
            breaches += breach(path, include.line,
                               u"qcustomplot.h belongs into a .cpp of widgets/charts only"_s);
        }
    }
    return breaches;
}

QStringList straySql(const QString &path, const SourceText &source)
{
    static const QRegularExpression sql(
        u"\\b(SELECT\\s|INSERT\\s+(OR\\s+\\w+\\s+)?INTO\\b|UPDATE\\s+\\w+\\s+SET\\b|DELETE\\s+"
        "FROM\\b|"
        "PRAGMA\\s|(CREATE|DROP|ALTER)\\s+(UNIQUE\\s+)?(TABLE|INDEX|VIEW|TRIGGER)\\b|"
        "ON\\s+CONFLICT\\b|ORDER\\s+BY\\b)|^\\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|VACUUM|ATTACH)"
        "\\b"_s);
    if (!path.startsWith(u"broker/") && !path.startsWith(u"app/"))
        return {};
    if (path.startsWith(u"broker/store/sqlitedialect"))
        return {};
    QStringList breaches;
    for (const SourcePiece &string : source.strings) {
        if (sql.match(string.text).hasMatch()) {
            breaches += breach(path, string.line,
                               u"SQL belongs into broker/store/sqlitedialect*: \"%1\""_s.arg(
                                   string.text.simplified().left(60)));
        }
    }
    return breaches;
}

QStringList nestedEventLoops(const QString &path, const SourceText &source)
{
    static const QRegularExpression loop(u"\\b(QEventLoop|processEvents)\\b"_s);
    if (!isProduct(path))
        return {};
    QStringList breaches;
    for (int line = 1; const QString &code : source.codeLines) {
        if (const auto match = loop.match(code); match.hasMatch())
            breaches += breach(path, line, u"%1 nests an event loop"_s.arg(match.captured()));
        ++line;
    }
    for (const SourcePiece &include : source.includes) {
        if (include.text == u"<QEventLoop>")
            breaches += breach(path, include.line, u"QEventLoop nests an event loop"_s);
    }
    return breaches;
}

QStringList missingLicence(const QString &path, const QString &text)
{
    static const QRegularExpression licence(u"^(//|#|/\\*|<!--) SPDX-License-Identifier: \\S+"_s);
    const QStringList lines = text.left(4096).split(u'\n');
    // An interpreter's #! and what a linter wants to read first may stand before it.
    for (const QString &line : lines) {
        if (licence.match(line).hasMatch())
            return {};
        if (!line.startsWith(u"#!") && !line.startsWith(u"# shellcheck"))
            break;
    }
    return {breach(path, 1, u"the file does not open with its SPDX licence line"_s)};
}

} // namespace Signalbox
