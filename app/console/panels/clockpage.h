// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QWidget>

#include <optional>

namespace Signalbox {

class Button;
class ConnectionBook;
class ConsoleSettings;
class DurationEdit;
class Jobs;
class Notices;
class SegmentedControl;
class SettingGroup;
class SettingRow;
class TextLabel;
struct Workspace;

/// Settings › Time: the clock of the current broker. It runs, stands, or goes on in steps, so that
/// delays, leases and retention can be watched without waiting.
class ClockPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClockPage)

public:
    ClockPage(ConnectionBook &connections, ConsoleSettings &settings, Notices &notices, Jobs &jobs,
              QWidget *parent = nullptr);
    ~ClockPage() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showClock();
    void step();
    void stepToNextEvent();
    /// When a message falls due next at the current broker, by its clock.
    [[nodiscard]] std::optional<qint64> nextDueMs() const;
    [[nodiscard]] Workspace workspace() const;

    ConnectionBook &m_connections;
    ConsoleSettings &m_settings;
    Notices &m_notices;
    Jobs &m_jobs;
    SettingGroup *m_group;
    SettingRow *m_nowRow;
    TextLabel *m_now;
    SettingRow *m_runRow;
    SegmentedControl *m_run;
    SettingRow *m_stepRow;
    DurationEdit *m_amount;
    Button *m_step;
    SettingRow *m_nextRow;
    Button *m_next;
};

} // namespace Signalbox
