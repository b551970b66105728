// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QWidget>

class QHBoxLayout;

namespace Signalbox {

class StatusPill;
class TextLabel;

/// One setting: its name, a line that says what it does, and its control at the right edge. The
/// tooltip names the key in the settings file.
class SettingRow : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingRow)

public:
    explicit SettingRow(const QString &key, QWidget *parent = nullptr);

    void setTexts(const QString &name, const QString &hint);
    /// \a text stands in its name, its explanation or its key.
    [[nodiscard]] bool matches(const QString &text) const;
    /// Adds a control after the others.
    void addControl(QWidget *control);
    /// The value differs from the one the broker runs with.
    void setNeedsRestart(bool needsRestart);
    /// Why the value cannot be used, in place of the hint; empty when it can.
    void setProblem(const QString &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showHint();

    TextLabel *m_name;
    TextLabel *m_hint;
    StatusPill *m_restart;
    QHBoxLayout *m_controls;
    QString m_hintText;
    QString m_problem;
};

} // namespace Signalbox
