// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/dialog.h"

#include <QList>

#include <functional>

class QCheckBox;

namespace Signalbox {

/// One line of what will be touched: "Ready 1,204".
struct ConfirmCount
{
    QString iconName;
    QString name;
    qint64 count = 0;
    Tone tone = Tone::Neutral;
};

/// All that a destructive action says before it is done.
struct ConfirmRequest
{
    QString iconName = QStringLiteral("trash-2");
    /// "Purge orders-billing?"
    QString question;
    /// The effect in one sentence.
    QString effect;
    QList<ConfirmCount> counts;
    /// A choice ("Keep messages in flight (64)"); empty: none.
    QString option;
    /// "Can be undone for 10 minutes.", or that it cannot.
    QString undo;
    bool canUndo = true;
    /// Words of the button: verb and count ("Purge 1,310 messages").
    QString verb;
};

/// Says how much will be done before it is done: counts by state with their total, an option, the
/// time to undo. Its button repeats verb and count; the focus starts on Cancel. Accepting closes
/// it.
class ConfirmDialog : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConfirmDialog)
public:
    explicit ConfirmDialog(const ConfirmRequest &request, QWidget *parent = nullptr);
    ~ConfirmDialog() override;

    /// Opens one over \a window; when the user agrees, \a act runs, as long as \a context lives.
    static void ask(const ConfirmRequest &request, QWidget *window, QObject *context,
                    const std::function<void()> &act);

    [[nodiscard]] bool isOptionChecked() const;
    /// Other words for the button, after the option changed the count.
    void setVerb(const QString &verb);

signals:
    void optionToggled(bool checked);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QCheckBox *m_option = nullptr;
};

} // namespace Signalbox
