// SPDX-License-Identifier: GPL-3.0-only
#include "console/console.h"

#include "console/mainwindow.h"
#include "resources/resources.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QHostAddress>
#include <QUrl>

// Outside any namespace: Q_INIT_RESOURCE declares a global function.
static void initConsoleResources()
{
    Q_INIT_RESOURCE(console);
    Q_INIT_RESOURCE(console_translations);
}

namespace Signalbox {

namespace {

/// Resources come before everything that reads them.
const ConsoleOptions &withResources(const ConsoleOptions &options)
{
    initResources();
    initConsoleResources();
    return options;
}

} // namespace

Console::Console(QApplication &application, const ConsoleOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(withResources(options))
    , m_settings(options.settingsFile)
    , m_theme(application)
    , m_secrets(QFileInfo(m_settings.filePath()).dir().filePath(QStringLiteral("secrets.json")),
                m_options.secrets)
    , m_connections(m_broker, m_settings, m_secrets)
{
    m_settings.giveForThisRun(m_options.dataDirectory, m_options.listen);
    m_broker.setConfigure(m_options.configureBroker);
    m_language.use(m_settings.language());
    m_theme.setPreference(m_settings.theme());
    m_theme.setScale(m_settings.textScale());
    // Sizes of Chinese text differ.
    connect(&m_language, &LanguageSwitch::changed, &m_theme, &ThemeManager::refresh);
}

Console::~Console() = default;

void Console::start()
{
    m_window = std::make_unique<MainWindow>(
        MainWindow::Services{m_broker, m_connections, m_secrets, m_settings, m_theme, m_language});
    m_broker.start(m_settings.broker());
    m_window->show();
}

} // namespace Signalbox
