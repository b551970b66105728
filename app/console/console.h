// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/connectionbook.h"
#include "console/language.h"
#include "console/ownbroker.h"
#include "console/secretstore.h"
#include "console/settings.h"
#include "widgets/thememanager.h"

#include <QObject>

#include <memory>
#include <optional>

class QApplication;

namespace Signalbox {

class MainWindow;

/// How the console was started.
struct ConsoleOptions
{
    QString settingsFile; ///< Empty: the user's own.
    // Of this start only; empty: as the settings say.
    QString dataDirectory;
    QString listen; ///< "127.0.0.1:9324"; port 0 picks a free one.
    /// Where secrets of connections go; in a file beside the settings where there is no keychain.
    SecretStore::Policy secrets = SecretStore::Policy::KeychainIfThere;
    OwnBroker::Configure configureBroker; ///< For tests: a disk that fails, a clock that waits.
};

/// The whole console: settings, looks, the broker inside, the window. Made once by main(), after
/// the QApplication, and by tests as often as they start the program. GUI thread.
class Console : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Console)

public:
    Console(QApplication &application, const ConsoleOptions &options, QObject *parent = nullptr);
    ~Console() override;

    /// Starts the broker and shows the window.
    void start();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] OwnBroker &broker() { return m_broker; }
    [[nodiscard]] ConnectionBook &connections() { return m_connections; }
    [[nodiscard]] ConsoleSettings &settings() { return m_settings; }
    [[nodiscard]] ThemeManager &theme() { return m_theme; }
    [[nodiscard]] LanguageSwitch &language() { return m_language; }

private:
    ConsoleOptions m_options;
    ConsoleSettings m_settings;
    LanguageSwitch m_language;
    ThemeManager m_theme;
    OwnBroker m_broker;
    SecretStore m_secrets;
    ConnectionBook m_connections;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Signalbox
