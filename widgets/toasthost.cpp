// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/toasthost.h"

#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"
#include "widgets/themedwidget.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr int kMostToasts = 3;
constexpr int kTickMs = 250;
constexpr int kGap = 10;
constexpr int kMargin = 20;
constexpr int kHeight = 44;

/// Toasts wear the other theme's look.
QColor toastColor(const Theme &theme, Token token)
{
    return theme.color(theme.isDark() ? ThemeMode::Light : ThemeMode::Dark, token);
}

/// A word or an icon to press inside a toast.
class ToastButton final : public QAbstractButton
{
public:
    ToastButton(const QString &text, const QString &iconName, QWidget *parent)
        : QAbstractButton(parent)
        , m_iconName(iconName)
    {
        setText(text);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
    }

    QSize sizeHint() const override
    {
        const Theme theme = Theme::current();
        if (!m_iconName.isEmpty())
            return {24, 24};
        const QFontMetricsF metrics(theme.font(TextRole::CardTitle));
        return {int(std::ceil(metrics.horizontalAdvance(text()))) + 8, 24};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::current();
        QPainter painter(this);
        if (!m_iconName.isEmpty()) {
            paintIcon(painter, rect(), m_iconName, toastColor(theme, Token::Text2), 14);
        } else {
            painter.setFont(theme.font(TextRole::CardTitle));
            painter.setPen(toastColor(theme, Token::Link));
            drawLine(painter, rect(), text(), Qt::AlignHCenter);
        }
        if (hasFocus()) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(toastColor(theme, Token::Focus), Metrics::kFocusLine));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
        }
    }

private:
    QString m_iconName;
};

} // namespace

class Toast final : public ThemedWidget
{
public:
    Toast(const ToastMessage &message, QWidget *parent)
        : ThemedWidget(parent)
        , m_message(message)
    {
        if (m_message.makeTexts)
            m_message.makeTexts(m_message);
        m_age.start();
        m_row = new QHBoxLayout(this);
        m_row->setContentsMargins(0, 0, 10, 0);
        m_row->setSpacing(8);
        m_row->addStretch(1);
        if (!m_message.actionText.isEmpty()) {
            m_action = new ToastButton(m_message.actionText, {}, this);
            m_row->addWidget(m_action);
        }
        m_row->addSpacing(m_message.undoFor.count() > 0 ? timeWidth() : 0);
        m_close = new ToastButton({}, u"x"_s, this);
        m_row->addWidget(m_close);
        nameParts();
        auto *shadow = new QGraphicsDropShadowEffect(this);
        shadow->setBlurRadius(18);
        shadow->setOffset(0, 4);
        shadow->setColor(Theme::current().color(Token::Shadow));
        setGraphicsEffect(shadow);
        adjustSize();
    }

    /// Called when the size differs.
    std::function<void()> resized;
    int number = 0;

    QAbstractButton *actionButton() const { return m_action; }
    QAbstractButton *closeButton() const { return m_close; }
    const ToastMessage &message() const { return m_message; }
    bool isHeld() const { return underMouse() || isAncestorOf(QApplication::focusWidget()); }

    /// Time on the screen, without the time it was held; true when that is over.
    bool pass(int milliseconds)
    {
        m_shown += milliseconds;
        update();
        return m_shown >= (m_message.isUndo ? Metrics::kToastUndoMs : Metrics::kToastMs);
    }

    QSize sizeHint() const override
    {
        const Theme theme = Theme::current();
        const QFontMetricsF metrics(theme.font(TextRole::BodyMedium));
        int width = 42 + int(std::ceil(metrics.horizontalAdvance(m_message.text))) + 12 + 24 + 10;
        if (m_action)
            width += m_action->sizeHint().width() + 8;
        if (m_message.undoFor.count() > 0)
            width += timeWidth() + 8;
        return {width, theme.px(kHeight)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(Token::TooltipBg));
        painter.drawRoundedRect(rect(), Metrics::kRadiusControl, Metrics::kRadiusControl);
        const Token icon =
            m_message.tone == Tone::Neutral ? Token::Text : toneColor(m_message.tone);
        paintIcon(painter, QRectF(14, 0, 16, height()), m_message.iconName, toastColor(theme, icon),
                  16);
        painter.setFont(theme.font(TextRole::BodyMedium));
        painter.setPen(theme.color(Token::TooltipText));
        const int end = m_action ? m_action->x() : width() - 40;
        drawLine(painter, QRectF(42, 0, end - 42 - 4, height()), m_message.text);
        if (m_message.undoFor.count() > 0) {
            const auto left = m_message.undoFor - std::chrono::milliseconds(m_age.elapsed());
            painter.setFont(theme.font(TextRole::Hint));
            painter.setPen(toastColor(theme, Token::Muted));
            drawTabular(painter, QRectF(m_close->x() - timeWidth() - 6, 0, timeWidth(), height()),
                        Format::clockLeft(left));
        }
    }

    void languageChanged() override
    {
        if (m_message.makeTexts)
            m_message.makeTexts(m_message);
        nameParts();
        update();
        if (resized)
            resized();
    }

private:
    void nameParts()
    {
        if (m_action) {
            m_action->setText(m_message.actionText);
            m_action->updateGeometry();
        }
        m_close->setAccessibleName(QCoreApplication::translate("Toast", "Close"));
        setAccessibleName(m_message.text);
    }

    static int timeWidth()
    {
        return int(std::ceil(tabularWidth(Theme::current().font(TextRole::Hint), u"00:00"_s)));
    }

    ToastMessage m_message;
    QElapsedTimer m_age;
    QHBoxLayout *m_row;
    ToastButton *m_action = nullptr;
    ToastButton *m_close;
    int m_shown = 0;
};

ToastHost::ToastHost(QWidget *window, int bottomMargin, QObject *parent)
    : QObject(parent ? parent : window)
    , m_window(window)
    , m_bottomMargin(bottomMargin)
    , m_timer(new QTimer(this))
{
    window->installEventFilter(this);
    m_timer->setInterval(kTickMs);
    connect(m_timer, &QTimer::timeout, this, &ToastHost::tick);
    connect(qApp, &QApplication::focusChanged, this, &ToastHost::noteFocus);
}

ToastHost::~ToastHost() = default;

int ToastHost::show(const ToastMessage &message)
{
    if (!m_window)
        return 0;
    while (m_toasts.size() >= kMostToasts)
        remove(m_toasts.constFirst());
    auto *toast = new Toast(message, m_window);
    toast->number = ++m_lastNumber;
    toast->resized = [this] { arrange(); };
    connect(toast->closeButton(), &QAbstractButton::clicked, this,
            [this, toast] { remove(toast); });
    if (toast->actionButton()) {
        connect(toast->actionButton(), &QAbstractButton::clicked, this, [this, toast] {
            const auto action = toast->message().action;
            remove(toast);
            if (action)
                action();
        });
    }
    m_toasts.append(toast);
    arrange();
    toast->show();
    toast->raise();
    m_timer->start();
    QAccessibleEvent alert(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return toast->number;
}

void ToastHost::close(int number)
{
    const auto found =
        std::find_if(m_toasts.cbegin(), m_toasts.cend(), [number](const QPointer<Toast> &toast) {
            return toast && toast->number == number;
        });
    if (found != m_toasts.cend())
        remove(*found);
}

bool ToastHost::undoLast()
{
    for (auto it = m_toasts.crbegin(); it != m_toasts.crend(); ++it) {
        if (*it && (*it)->message().isUndo && (*it)->actionButton()) {
            (*it)->actionButton()->click();
            return true;
        }
    }
    return false;
}

void ToastHost::focusNewest()
{
    if (m_toasts.isEmpty())
        return;
    Toast *newest = m_toasts.constLast();
    (newest->actionButton() ? newest->actionButton() : newest->closeButton())
        ->setFocus(Qt::ShortcutFocusReason);
}

int ToastHost::count() const
{
    return int(m_toasts.size());
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Resize)
        arrange();
    return QObject::eventFilter(watched, event);
}

void ToastHost::arrange()
{
    if (!m_window)
        return;
    int bottom = m_window->height() - m_bottomMargin;
    const bool rightToLeft = m_window->layoutDirection() == Qt::RightToLeft;
    // The newest at the bottom.
    for (auto it = m_toasts.crbegin(); it != m_toasts.crend(); ++it) {
        Toast *toast = *it;
        if (!toast)
            continue;
        const QSize size(std::min(toast->sizeHint().width(), m_window->width() - 2 * kMargin),
                         toast->sizeHint().height());
        const int x = rightToLeft ? kMargin : m_window->width() - kMargin - size.width();
        toast->setGeometry(QRect(QPoint(x, bottom - size.height()), size));
        bottom -= size.height() + kGap;
    }
}

void ToastHost::remove(Toast *toast)
{
    m_toasts.removeAll(toast);
    if (toast) {
        const bool hadFocus = toast->isAncestorOf(QApplication::focusWidget());
        toast->hide();
        toast->deleteLater();
        if (hadFocus && m_focusBefore)
            m_focusBefore->setFocus();
    }
    if (m_toasts.isEmpty())
        m_timer->stop();
    arrange();
}

void ToastHost::noteFocus(QWidget *before, QWidget *now)
{
    if (isInside(now) && !isInside(before))
        m_focusBefore = before;
}

bool ToastHost::isInside(const QWidget *widget) const
{
    return std::any_of(m_toasts.cbegin(), m_toasts.cend(), [widget](const QPointer<Toast> &toast) {
        return toast && toast->isAncestorOf(widget);
    });
}

bool ToastHost::isHeld() const
{
    return std::any_of(m_toasts.cbegin(), m_toasts.cend(),
                       [](const QPointer<Toast> &toast) { return toast && toast->isHeld(); });
}

void ToastHost::tick()
{
    const int passed = isHeld() ? 0 : kTickMs;
    const QList<QPointer<Toast>> toasts = m_toasts;
    for (const QPointer<Toast> &toast : toasts) {
        if (!toast || toast->pass(passed))
            remove(toast);
    }
}

} // namespace Signalbox
