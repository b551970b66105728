// SPDX-License-Identifier: GPL-3.0-only
#include "console/settings.h"

#include "console/stripes.h"
#include "protocol/messagexml.h"
#include "server/brokeroptions.h"

#include <QFile>
#include <QHostAddress>
#include <QStandardPaths>
#include <QUrl>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

const auto kListenAddress = u"broker/listenAddress"_s;
const auto kPort = u"broker/port"_s;
const auto kDataDirectory = u"broker/dataDirectory"_s;
const auto kDurability = u"broker/durability"_s;
const auto kAccount = u"broker/account"_s;
const auto kAccessKeyId = u"broker/accessKeyId"_s;
const auto kAccessKeySecret = u"broker/accessKeySecret"_s;
const auto kTheme = u"appearance/theme"_s;
const auto kTextScale = u"appearance/textScale"_s;
const auto kLanguage = u"appearance/language"_s;
const auto kWelcomeDone = u"window/welcomeDone"_s;
const auto kWhenClosed = u"window/whenClosed"_s;
const auto kConnections = u"connections"_s;
const auto kTemplates = u"templates"_s; // as MNS writes messages
const auto kGeometry = u"window/geometry"_s;
const auto kViews = u"views/"_s;

QString defaultFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/signalbox/console.ini"_s;
}

} // namespace

OwnBrokerSettings OwnBrokerSettings::defaults()
{
    const BrokerOptions options;
    return {options.listen.address.toString(),
            options.listen.port,
            options.dataDirectory,
            options.durability == Durability::Full,
            options.account,
            options.accessKeyId,
            options.accessKeySecret};
}

bool OwnBrokerSettings::hasDevelopmentKey() const
{
    const OwnBrokerSettings known = defaults();
    return accessKeyId == known.accessKeyId && accessKeySecret == known.accessKeySecret;
}

bool OwnBrokerSettings::listensBeyondThisMachine() const
{
    return !QHostAddress(listenAddress).isLoopback();
}

ConsoleSettings::ConsoleSettings(const QString &filePath)
    : m_settings(filePath.isEmpty() ? defaultFile() : filePath, QSettings::IniFormat)
{
}

OwnBrokerSettings ConsoleSettings::broker() const
{
    const OwnBrokerSettings defaults = OwnBrokerSettings::defaults();
    OwnBrokerSettings broker;
    broker.listenAddress = m_settings.value(kListenAddress, defaults.listenAddress).toString();
    if (QHostAddress(broker.listenAddress).isNull())
        broker.listenAddress = defaults.listenAddress;
    bool ok = false;
    const uint port = m_settings.value(kPort, defaults.port).toUInt(&ok);
    broker.port = ok && port <= 0xffff ? quint16(port) : defaults.port;
    broker.dataDirectory = m_settings.value(kDataDirectory, defaults.dataDirectory).toString();
    broker.fullDurability = m_settings.value(kDurability).toString() != "normal"_L1;
    broker.account = m_settings.value(kAccount, defaults.account).toString();
    broker.accessKeyId = m_settings.value(kAccessKeyId, defaults.accessKeyId).toString();
    broker.accessKeySecret =
        m_settings.value(kAccessKeySecret, defaults.accessKeySecret).toString();
    broker.listenAddress = m_givenAddress.value_or(broker.listenAddress);
    broker.port = m_givenPort.value_or(broker.port);
    broker.dataDirectory = m_givenDirectory.value_or(broker.dataDirectory);
    return broker;
}

void ConsoleSettings::giveForThisRun(const QString &dataDirectory, const QString &listen)
{
    if (!dataDirectory.isEmpty())
        m_givenDirectory = dataDirectory;
    const QUrl url(u"http://"_s + listen);
    if (listen.isEmpty() || QHostAddress(url.host()).isNull())
        return;
    m_givenAddress = url.host();
    if (url.port() >= 0)
        m_givenPort = quint16(url.port());
}

void ConsoleSettings::setBroker(const OwnBrokerSettings &broker)
{
    const auto keep = [this](const QString &key, const auto &value, auto &given) {
        if (given == value)
            return;
        given.reset();
        m_settings.setValue(key, value);
    };
    keep(kListenAddress, broker.listenAddress, m_givenAddress);
    keep(kPort, broker.port, m_givenPort);
    keep(kDataDirectory, broker.dataDirectory, m_givenDirectory);
    m_settings.setValue(kDurability, broker.fullDurability ? u"full"_s : u"normal"_s);
    m_settings.setValue(kAccount, broker.account);
    m_settings.setValue(kAccessKeyId, broker.accessKeyId);
    m_settings.setValue(kAccessKeySecret, broker.accessKeySecret);
    protectFile();
}

ThemePreference ConsoleSettings::theme() const
{
    const QString text = m_settings.value(kTheme).toString();
    if (text == "light"_L1)
        return ThemePreference::Light;
    if (text == "dark"_L1)
        return ThemePreference::Dark;
    return ThemePreference::System;
}

void ConsoleSettings::setTheme(ThemePreference theme)
{
    const auto text = theme == ThemePreference::Light ? u"light"_s
        : theme == ThemePreference::Dark              ? u"dark"_s
                                                      : u"system"_s;
    m_settings.setValue(kTheme, text);
}

std::optional<double> ConsoleSettings::textScale() const
{
    bool ok = false;
    const double scale = m_settings.value(kTextScale).toDouble(&ok);
    return ok ? std::optional(scale) : std::nullopt;
}

void ConsoleSettings::setTextScale(std::optional<double> scale)
{
    if (scale)
        m_settings.setValue(kTextScale, *scale);
    else
        m_settings.remove(kTextScale);
}

Language ConsoleSettings::language() const
{
    return languageFromCode(m_settings.value(kLanguage).toString());
}

void ConsoleSettings::setLanguage(Language language)
{
    m_settings.setValue(kLanguage, languageCode(language));
}

bool ConsoleSettings::welcomeDone() const
{
    return m_settings.value(kWelcomeDone, false).toBool();
}

void ConsoleSettings::setWelcomeDone(bool done)
{
    m_settings.setValue(kWelcomeDone, done);
}

CloseChoice ConsoleSettings::closeChoice() const
{
    const QString text = m_settings.value(kWhenClosed).toString();
    if (text == "keepRunning"_L1)
        return CloseChoice::KeepRunning;
    return text == "stop"_L1 ? CloseChoice::Stop : CloseChoice::Ask;
}

void ConsoleSettings::setCloseChoice(CloseChoice choice)
{
    const auto text = choice == CloseChoice::KeepRunning ? u"keepRunning"_s
        : choice == CloseChoice::Stop                    ? u"stop"_s
                                                         : u"ask"_s;
    m_settings.setValue(kWhenClosed, text);
}

QList<SavedConnection> ConsoleSettings::connections() const
{
    QList<SavedConnection> connections;
    // Reading an array changes the group that a QSettings stands in.
    QSettings settings(m_settings.fileName(), QSettings::IniFormat);
    const int count = settings.beginReadArray(kConnections);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        SavedConnection connection{settings.value(u"id"_s).toString(),
                                   settings.value(u"name"_s).toString(),
                                   QUrl(settings.value(u"url"_s).toString()),
                                   settings.value(u"accessKeyId"_s).toString(),
                                   stripeColor(settings.value(u"stripe"_s).toString()),
                                   settings.value(u"asksBeforeChange"_s).toBool(),
                                   settings.value(u"disconnected"_s).toBool()};
        if (!connection.id.isEmpty() && connection.url.isValid())
            connections.append(connection);
    }
    return connections;
}

void ConsoleSettings::setConnections(const QList<SavedConnection> &connections)
{
    m_settings.remove(kConnections);
    m_settings.beginWriteArray(kConnections, int(connections.size()));
    for (int i = 0; i < connections.size(); ++i) {
        const SavedConnection &connection = connections.at(i);
        m_settings.setArrayIndex(i);
        m_settings.setValue(u"id"_s, connection.id);
        m_settings.setValue(u"name"_s, connection.name);
        m_settings.setValue(u"url"_s, connection.url.toString());
        m_settings.setValue(u"accessKeyId"_s, connection.accessKeyId);
        m_settings.setValue(u"stripe"_s, stripeWord(connection.stripe));
        m_settings.setValue(u"asksBeforeChange"_s, connection.asksBeforeChange);
        m_settings.setValue(u"disconnected"_s, connection.isDisconnected);
    }
    m_settings.endArray();
    protectFile();
}

QList<SavedTemplate> ConsoleSettings::templates() const
{
    QList<SavedTemplate> templates;
    // Reading an array changes the group that a QSettings stands in.
    QSettings settings(m_settings.fileName(), QSettings::IniFormat);
    const int count = settings.beginReadArray(kTemplates);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        const Result<SendRequest> message = parseSend(settings.value(u"message"_s).toByteArray());
        const QString name = settings.value(u"name"_s).toString();
        if (message && !name.isEmpty()) {
            templates.append(
                {name, message->messages.front(), settings.value(u"base64"_s).toBool()});
        }
    }
    return templates;
}

void ConsoleSettings::setTemplates(const QList<SavedTemplate> &templates)
{
    m_settings.remove(kTemplates);
    m_settings.beginWriteArray(kTemplates, int(templates.size()));
    for (int i = 0; i < templates.size(); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue(u"name"_s, templates.at(i).name);
        m_settings.setValue(u"base64"_s, templates.at(i).base64);
        m_settings.setValue(u"message"_s, writeSend(templates.at(i).message));
    }
    m_settings.endArray();
    protectFile();
}

QByteArray ConsoleSettings::windowGeometry() const
{
    return m_settings.value(kGeometry).toByteArray();
}

void ConsoleSettings::setWindowGeometry(const QByteArray &geometry)
{
    m_settings.setValue(kGeometry, geometry);
}

QByteArray ConsoleSettings::viewState(const QString &name) const
{
    return m_settings.value(kViews + name).toByteArray();
}

void ConsoleSettings::setViewState(const QString &name, const QByteArray &state)
{
    m_settings.setValue(kViews + name, state);
}

void ConsoleSettings::protectFile()
{
    m_settings.sync();
    QFile::setPermissions(m_settings.fileName(), QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace Signalbox
