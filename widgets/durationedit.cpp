// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/durationedit.h"

#include "widgets/format.h"
#include "widgets/metrics.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {
constexpr qint64 kNoLimit = std::numeric_limits<qint64>::max() / 2;
constexpr int kByteUnits = 4;
} // namespace

DurationEdit::DurationEdit(QWidget *parent)
    : DurationEdit(Kind::Duration, parent)
{
}

DurationEdit::DurationEdit(Kind kind, QWidget *parent)
    : ThemedWidget(parent)
    , m_kind(kind)
    , m_number(new QLineEdit(this))
    , m_unit(new QComboBox(this))
    , m_most(kNoLimit)
{
    m_number->setProperty("bare", true);
    m_number->setAlignment(Qt::AlignRight);
    m_number->setMaxLength(40);
    m_unit->setProperty("bare", true);
    m_unit->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_number);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_number->installEventFilter(this);
    m_unit->installEventFilter(this);
    fillUnits();
    connect(m_number, &QLineEdit::textEdited, this, &DurationEdit::noteEdited);
    connect(m_unit, &QComboBox::activated, this, [this] {
        noteEdited();
        normalise();
        emit editingFinished();
    });
    connect(m_number, &QLineEdit::editingFinished, this, [this] {
        normalise();
        emit editingFinished();
    });
    setAmount(0);
}

DurationEdit::~DurationEdit() = default;

std::optional<qint64> DurationEdit::amount() const
{
    const std::optional<qint64> value = readable();
    return value && *value >= m_least && *value <= m_most ? value : std::nullopt;
}

void DurationEdit::setAmount(qint64 amount)
{
    int unit = 0;
    if (m_kind == Kind::Duration) {
        unit = int(naturalUnit(std::chrono::seconds(amount)));
    } else {
        while (unit + 1 < kByteUnits && amount != 0 && amount % unitSize(unit + 1) == 0)
            ++unit;
    }
    showAmount(amount, unit);
    m_problemShown = false;
    update();
}

void DurationEdit::setRange(qint64 least, qint64 most)
{
    m_least = least;
    m_most = most;
    update();
}

std::optional<std::chrono::seconds> DurationEdit::duration() const
{
    const std::optional<qint64> value = amount();
    return value ? std::optional(std::chrono::seconds(*value)) : std::nullopt;
}

void DurationEdit::setDuration(std::chrono::seconds duration)
{
    setAmount(duration.count());
}

void DurationEdit::setRange(std::chrono::seconds least, std::chrono::seconds most)
{
    setRange(qint64(least.count()), qint64(most.count()));
}

QString DurationEdit::problem() const
{
    const std::optional<qint64> value = readable();
    if (!value)
        return m_kind == Kind::Duration ? tr("For example 90, 1m30 or 2 h.")
                                        : tr("Type a size such as 512 or 64 KB.");
    if (*value < m_least)
        return tr("%1 is the least.").arg(amountText(m_least));
    if (*value > m_most)
        return tr("%1 is the most.").arg(amountText(m_most));
    return {};
}

QString DurationEdit::rangeText() const
{
    //: A range of times or sizes: "1 s to 12 h."
    return tr("%1 to %2.").arg(amountText(m_least), amountText(m_most));
}

QSize DurationEdit::sizeHint() const
{
    const Theme theme = Theme::current();
    return {theme.px(150), theme.px(Metrics::kControl)};
}

QSize DurationEdit::minimumSizeHint() const
{
    const Theme theme = Theme::current();
    return {theme.px(120), theme.px(Metrics::kControl)};
}

void DurationEdit::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_number->hasFocus() || m_unit->hasFocus();
    const bool wrong = m_problemShown && !problem().isEmpty();
    const Token line = wrong ? Token::Danger
        : focused            ? Token::Focus
        : isEnabled()        ? Token::BorderControl
                             : Token::BorderStrong;
    const int width = wrong || focused ? Metrics::kFocusLine : 1;
    const double inset = width / 2.0;
    painter.setPen(QPen(theme.color(line), width));
    painter.setBrush(theme.color(isEnabled() ? Token::Surface : Token::NeutralBg));
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset),
                            Metrics::kRadiusControl, Metrics::kRadiusControl);
    const int divider = layoutDirection() == Qt::RightToLeft ? m_unit->geometry().right() + 1
                                                             : m_unit->geometry().left() - 1;
    painter.fillRect(QRect(divider, width, 1, height() - 2 * width),
                     theme.color(isEnabled() ? Token::BorderControl : Token::BorderStrong));
}

void DurationEdit::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    const int unitWidth = std::min(Theme::current().px(92), width() / 2 + 10);
    QRect number(8, 2, width() - unitWidth - 18, height() - 4);
    QRect unit(width() - unitWidth, 2, unitWidth - 2, height() - 4);
    m_number->setGeometry(QStyle::visualRect(layoutDirection(), rect(), number));
    m_unit->setGeometry(QStyle::visualRect(layoutDirection(), rect(), unit));
}

void DurationEdit::changeEvent(QEvent *event)
{
    ThemedWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        update();
}

bool DurationEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::Wheel && watched == m_unit && !m_unit->hasFocus()) {
        // Scrolling a form must not change its values on the way.
        event->ignore();
        return true;
    }
    if (watched == m_number && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool alt = key->modifiers() & Qt::AltModifier;
        if (key->key() == Qt::Key_Down && alt) {
            m_unit->showPopup();
            return true;
        }
        if ((key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) && !alt) {
            step(key->key() == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return ThemedWidget::eventFilter(watched, event);
}

void DurationEdit::languageChanged()
{
    const int unit = m_unit->currentIndex();
    fillUnits();
    m_unit->setCurrentIndex(unit);
}

std::optional<qint64> DurationEdit::readable() const
{
    const QString text = m_number->text();
    if (m_kind == Kind::Duration) {
        const auto parsed = parseDuration(text, DurationUnit(m_unit->currentIndex()));
        return parsed ? std::optional(qint64(parsed->value.count())) : std::nullopt;
    }
    static constexpr QStringView kSuffixes = u"BKMG";
    QString number = text.trimmed().toUpper();
    int unit = m_unit->currentIndex();
    if (number.endsWith(u'B'))
        number.chop(1);
    if (!number.isEmpty() && kSuffixes.indexOf(number.back()) > 0) {
        unit = int(kSuffixes.indexOf(number.back()));
        number.chop(1);
    } else if (text.trimmed().endsWith(u'B', Qt::CaseInsensitive)) {
        unit = 0;
    }
    bool ok = false;
    const double value = number.trimmed().toDouble(&ok) * double(unitSize(unit));
    if (!ok || value < 0 || value > double(kNoLimit) || value != std::floor(value))
        return std::nullopt;
    return qint64(value);
}

qint64 DurationEdit::unitSize(int unit) const
{
    if (m_kind == Kind::Duration)
        return unitLength(DurationUnit(unit)).count();
    return qint64(1) << (10 * unit);
}

QString DurationEdit::amountText(qint64 amount) const
{
    if (m_kind == Kind::Bytes)
        return Format::bytes(amount);
    return amount == 0 ? tr("0 s") : Format::duration(std::chrono::seconds(amount));
}

void DurationEdit::fillUnits()
{
    QStringList units;
    if (m_kind == Kind::Duration)
        units = {tr("seconds"), tr("minutes"), tr("hours"), tr("days")};
    else
        units = {tr("bytes"), u"KB"_s, u"MB"_s, u"GB"_s};
    m_unit->clear();
    m_unit->addItems(units);
    m_unit->setAccessibleName(tr("Unit"));
}

void DurationEdit::normalise()
{
    // "1m30" becomes "90 seconds": the smallest unit typed holds it whole.
    if (const std::optional<qint64> value = readable()) {
        int unit = m_unit->currentIndex();
        if (m_kind == Kind::Duration) {
            const auto parsed = parseDuration(m_number->text(), DurationUnit(unit));
            unit = parsed && parsed->unit ? int(*parsed->unit) : unit;
        }
        while (unit > 0 && *value % unitSize(unit) != 0)
            --unit;
        showAmount(*value, unit);
    }
    m_problemShown = true;
    setAccessibleDescription(problem());
    update();
}

void DurationEdit::step(int direction)
{
    const std::optional<qint64> value = readable();
    if (!value)
        return;
    const int unit = m_unit->currentIndex();
    const qint64 next = std::clamp(*value + direction * unitSize(unit), m_least, m_most);
    showAmount(next, next % unitSize(unit) == 0 ? unit : 0);
    emit amountChanged(next);
}

void DurationEdit::showAmount(qint64 amount, int unit)
{
    m_unit->setCurrentIndex(unit);
    m_number->setText(QString::number(amount / unitSize(unit)));
}

void DurationEdit::noteEdited()
{
    m_problemShown = false;
    update();
    if (const std::optional<qint64> value = amount())
        emit amountChanged(*value);
}

} // namespace Signalbox
