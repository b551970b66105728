// SPDX-License-Identifier: GPL-3.0-only
#include "api/adminapi.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Signalbox;

/// The OpenAPI file says what the routes do: neither has anything the other lacks.
class TestOpenApi : public QObject
{
    Q_OBJECT

private:
    QJsonObject m_document;

    [[nodiscard]] QJsonObject paths() const
    {
        return m_document.value(QLatin1String("paths")).toObject();
    }

    /// What a local "$ref" points to; \a value itself when it is none.
    [[nodiscard]] QJsonValue resolved(const QJsonValue &value) const
    {
        const QString reference = value.toObject().value(QLatin1String("$ref")).toString();
        if (reference.isEmpty())
            return value;
        QJsonValue found = m_document;
        for (const QString &part : reference.mid(2).split(QLatin1Char('/')))
            found = found.toObject().value(part);
        return found;
    }

    void checkReferences(const QJsonValue &value)
    {
        if (value.isArray()) {
            for (const QJsonValue element : value.toArray())
                checkReferences(element);
        } else if (value.isObject()) {
            const QJsonObject object = value.toObject();
            if (object.contains(QLatin1String("$ref")))
                QVERIFY2(resolved(value).isObject(),
                         qPrintable(object.value(QLatin1String("$ref")).toString()));
            for (const QJsonValue member : object)
                checkReferences(member);
        }
    }

private slots:
    void initTestCase()
    {
        QJsonParseError error;
        m_document = QJsonDocument::fromJson(AdminApi::openApiDocument(), &error).object();
        QVERIFY2(!m_document.isEmpty(), qPrintable(error.errorString()));
    }

    void isOpenApi31()
    {
        QCOMPARE(m_document.value(QLatin1String("openapi")).toString(), QStringLiteral("3.1.0"));
        const QString url = m_document.value(QLatin1String("servers"))
                                .toArray()
                                .first()
                                .toObject()
                                .value(QLatin1String("url"))
                                .toString();
        QVERIFY(url.endsWith(QLatin1String(AdminApi::kPrefix)));
    }

    void everyRouteIsDescribed()
    {
        for (const AdminRoute &route : AdminApi::routes()) {
            const QJsonObject operation = paths()
                                              .value(QLatin1String(route.path))
                                              .toObject()
                                              .value(QString::fromLatin1(route.method).toLower())
                                              .toObject();
            QVERIFY2(!operation.isEmpty(), route.operation);
            QCOMPARE(operation.value(QLatin1String("operationId")).toString(),
                     QLatin1String(route.operation));
            QCOMPARE(operation.contains(QLatin1String("security")),
                     route.isPublic); // an empty list lifts the signature
            QVERIFY2(operation.contains(QLatin1String("requestBody")) == route.takesBody,
                     route.operation);
            QVERIFY2(operation.value(QLatin1String("responses"))
                         .toObject()
                         .contains(QLatin1String("200")),
                     route.operation);
        }
    }

    void everythingDescribedIsARoute()
    {
        QSet<QString> known;
        for (const AdminRoute &route : AdminApi::routes())
            known.insert(QString::fromLatin1(route.method).toLower() + QLatin1Char(' ')
                         + QLatin1String(route.path));
        QSet<QString> described;
        const QJsonObject all = paths();
        for (auto path = all.begin(); path != all.end(); ++path) {
            for (const QString &method : path.value().toObject().keys())
                described.insert(method + QLatin1Char(' ') + path.key());
        }
        QCOMPARE(described, known);
    }

    void everyPathParameterIsDescribed()
    {
        static const QRegularExpression parameter(QStringLiteral("\\{([a-z]+)\\}"));
        for (const AdminRoute &route : AdminApi::routes()) {
            const QJsonArray described = paths()
                                             .value(QLatin1String(route.path))
                                             .toObject()
                                             .value(QString::fromLatin1(route.method).toLower())
                                             .toObject()
                                             .value(QLatin1String("parameters"))
                                             .toArray();
            QSet<QString> names;
            for (const QJsonValue entry : described) {
                const QJsonObject one = resolved(entry).toObject();
                if (one.value(QLatin1String("in")).toString() == QLatin1String("path"))
                    names.insert(one.value(QLatin1String("name")).toString());
            }
            QSet<QString> expected;
            for (auto match = parameter.globalMatch(QLatin1String(route.path)); match.hasNext();)
                expected.insert(match.next().captured(1));
            QCOMPARE(names, expected);
        }
    }

    void everyReferenceLeadsSomewhere() { checkReferences(m_document); }
};

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
