// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/segmentedcontrol.h"

#include "widgets/format.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"
#include "widgets/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <cmath>

namespace Signalbox {

namespace {

constexpr int kPadding = 10;
constexpr int kCountGap = 8;

class Segment final : public QAbstractButton
{
public:
    explicit Segment(const QString &text, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void setCount(std::optional<qint64> count)
    {
        const QString label = count ? Format::compact(double(*count)) : QString();
        if (label == m_count)
            return;
        m_count = label;
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        const Theme theme = Theme::current();
        const QFontMetricsF metrics(theme.font(TextRole::Pill));
        qreal width = metrics.horizontalAdvance(text()) + 2 * kPadding;
        if (!m_count.isEmpty())
            width += kCountGap + tabularWidth(theme.font(TextRole::Pill), m_count);
        return {int(std::ceil(width)), theme.px(Metrics::kControl) - 4};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
        if (hasFocus()) {
            painter.setPen(QPen(theme.color(Token::Focus), Metrics::kFocusLine));
            painter.setBrush(theme.color(isChecked() ? Token::Surface : Token::Hover));
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        } else if (isChecked()) {
            painter.setPen(theme.color(Token::BorderControl));
            painter.setBrush(theme.color(Token::Surface));
            painter.drawRoundedRect(box, 5, 5);
        } else if (underMouse() && isEnabled()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.color(Token::Hover));
            painter.drawRoundedRect(box, 5, 5);
        }
        painter.setFont(theme.font(TextRole::Pill));
        const Token word = !isEnabled() ? Token::Disabled
            : isChecked()               ? Token::Text
                                        : Token::Text2;
        painter.setPen(theme.color(word));
        QRectF area = QRectF(rect()).adjusted(kPadding, 0, -kPadding + 1, 0);
        drawLine(painter, area, text());
        if (!m_count.isEmpty()) {
            painter.setPen(theme.color(isEnabled() ? Token::Muted : Token::Disabled));
            drawTabular(painter, area, m_count, Qt::AlignTrailing);
        }
    }

private:
    QString m_count;
};

} // namespace

SegmentedControl::SegmentedControl(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(0);
    row->setSizeConstraint(QLayout::SetFixedSize);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            emit currentIndexChanged(id);
    });
}

SegmentedControl::~SegmentedControl() = default;

int SegmentedControl::addSegment(const QString &text)
{
    auto *segment = new Segment(text, this);
    const int index = count();
    m_group->addButton(segment, index);
    layout()->addWidget(segment);
    if (index == 0)
        segment->setChecked(true);
    return index;
}

void SegmentedControl::setSegmentText(int index, const QString &text)
{
    if (QAbstractButton *segment = m_group->button(index)) {
        segment->setText(text);
        segment->updateGeometry();
    }
}

void SegmentedControl::setSegmentVisible(int index, bool visible)
{
    if (QAbstractButton *segment = m_group->button(index))
        segment->setVisible(visible);
}

void SegmentedControl::setCount(int index, std::optional<qint64> count)
{
    if (QAbstractButton *segment = m_group->button(index))
        static_cast<Segment *>(segment)->setCount(count);
}

int SegmentedControl::count() const
{
    return int(m_group->buttons().size());
}

int SegmentedControl::currentIndex() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrentIndex(int index)
{
    if (QAbstractButton *segment = m_group->button(index))
        segment->setChecked(true);
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::BorderStrong));
    painter.setBrush(theme.color(Token::Sunken));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::kRadiusControl,
                            Metrics::kRadiusControl);
}

void SegmentedControl::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        for (QAbstractButton *segment : m_group->buttons())
            segment->updateGeometry();
        update();
    }
}

} // namespace Signalbox
