// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/endpoint.h"
#include "console/language.h"
#include "console/savedconnection.h"
#include "console/savedtemplate.h"
#include "widgets/thememanager.h"

#include <QByteArray>
#include <QList>
#include <QSettings>
#include <QString>

#include <optional>

namespace Signalbox {

/// How the broker inside this program runs. Takes effect when the broker starts.
struct OwnBrokerSettings
{
    QString listenAddress; ///< Of one of this machine's interfaces, or of all.
    quint16 port = 0; ///< 0: any free one.
    QString dataDirectory;
    bool fullDurability =
        true; ///< On disk before each reply; else it survives a killed process, not a power cut.
    QString account;
    QString accessKeyId;
    QString accessKeySecret;

    bool operator==(const OwnBrokerSettings &) const = default;

    /// A broker for a developer's desk, on loopback with the well-known development key.
    [[nodiscard]] static OwnBrokerSettings defaults();
    [[nodiscard]] bool hasDevelopmentKey() const;
    [[nodiscard]] bool listensBeyondThisMachine() const;
};

/// What happens to the broker inside when the window closes while apps use it.
enum class CloseChoice { Ask, KeepRunning, Stop };

/// What the console remembers between starts, in one file of its own that only its user may read,
/// since it may hold an access key. GUI thread.
class ConsoleSettings
{
public:
    /// Kept in \a filePath; empty: the user's configuration folder.
    explicit ConsoleSettings(const QString &filePath = {});

    /// What was given for this run stands in place of what is kept.
    [[nodiscard]] OwnBrokerSettings broker() const;
    /// Keeps \a broker, but for what was given for this run and is still the same.
    void setBroker(const OwnBrokerSettings &broker);
    /// Given on the command line: \a dataDirectory, and ADDRESS:PORT to \a listen at; empty: not
    /// given.
    void giveForThisRun(const QString &dataDirectory, const QString &listen);

    [[nodiscard]] ThemePreference theme() const;
    void setTheme(ThemePreference theme);
    /// Scale of text, 0.9 to 1.5; none follows the system's font.
    [[nodiscard]] std::optional<double> textScale() const;
    void setTextScale(std::optional<double> scale);
    [[nodiscard]] Language language() const;
    void setLanguage(Language language);

    /// The welcome panel was skipped or has done its work.
    [[nodiscard]] bool welcomeDone() const;
    void setWelcomeDone(bool done);

    [[nodiscard]] CloseChoice closeChoice() const;
    void setCloseChoice(CloseChoice choice);

    /// Brokers elsewhere, in the order of the sidebar; their secrets are kept by SecretStore.
    [[nodiscard]] QList<SavedConnection> connections() const;
    void setConnections(const QList<SavedConnection> &connections);

    /// Messages to send again, in the order they were kept.
    [[nodiscard]] QList<SavedTemplate> templates() const;
    void setTemplates(const QList<SavedTemplate> &templates);

    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

    /// State of a view that a panel keeps under \a name, such as column widths.
    [[nodiscard]] QByteArray viewState(const QString &name) const;
    void setViewState(const QString &name, const QByteArray &state);

    [[nodiscard]] QString filePath() const { return m_settings.fileName(); }

private:
    void protectFile();

    QSettings m_settings;
    std::optional<QString> m_givenAddress; ///< For this run, as the two below.
    std::optional<quint16> m_givenPort;
    std::optional<QString> m_givenDirectory;
};

} // namespace Signalbox
