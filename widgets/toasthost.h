// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>

class QVBoxLayout;
class QWidget;

namespace Signalbox {

class Toast;

/// What a toast says, and what its one action does. An error that needs a decision is a banner, not
/// a toast.
struct ToastMessage
{
    QString text;
    QString iconName = QStringLiteral("check");
    Tone tone = Tone::Neutral;
    /// Words of the action ("View"); empty: none.
    QString actionText{};
    std::function<void()> action{};
    /// The action undoes what was done: the toast stays longer and Ctrl+Z (ToastHost::undoLast)
    /// triggers it.
    bool isUndo = false;
    /// How long the undo remains possible, counted down beside the action; zero shows none. It may
    /// outlive the toast.
    std::chrono::milliseconds undoFor{0};
    /// Sets the texts, at first and whenever the language changes; null: they stay as they are.
    std::function<void(ToastMessage &)> makeTexts{};
};

/// Shows toasts over the bottom right corner of a window: three at most, 6 s each, 10 s with Undo.
/// The pointer or the keyboard focus on any of them holds them all. Raises an accessible alert for
/// each. GUI thread.
class ToastHost : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ToastHost)
public:
    /// \a window is the widget whose corner is used; toasts become its children. \a bottomMargin
    /// keeps them above a status bar.
    explicit ToastHost(QWidget *window, int bottomMargin = 46, QObject *parent = nullptr);
    ~ToastHost() override;

    /// Gives a number by which close() knows it.
    int show(const ToastMessage &message);
    /// Takes the toast away if it still shows.
    void close(int number);
    /// Triggers the newest undo that still shows; false when there is none.
    bool undoLast();
    /// Puts the keyboard focus on the newest toast (F8).
    void focusNewest();
    [[nodiscard]] int count() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange();
    void remove(Toast *toast);
    void noteFocus(QWidget *before, QWidget *now);
    [[nodiscard]] bool isInside(const QWidget *widget) const;
    void tick();
    [[nodiscard]] bool isHeld() const;

    QPointer<QWidget> m_window;
    int m_bottomMargin;
    QList<QPointer<Toast>> m_toasts;
    QPointer<QWidget> m_focusBefore; ///< Had the focus before a toast got it.
    int m_lastNumber = 0;
    class QTimer *m_timer;
};

} // namespace Signalbox
