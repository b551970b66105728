// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/statstrip.h"

#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/sparkline.h"
#include "widgets/statuspill.h"
#include "widgets/textpainter.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr int kTilePadding = 16;
constexpr int kSparkWidth = 40;
constexpr int kSparkHeight = 22;

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Warn:
        return u"triangle-alert"_s;
    case Tone::Danger:
        return u"octagon-alert"_s;
    case Tone::Ok:
    case Tone::Info:
    case Tone::Neutral:
        break;
    }
    return {};
}

/// The line of context, as a state in the small text size.
class ContextLine final : public TextLabel
{
public:
    using TextLabel::TextLabel;
    void setTone(Tone tone)
    {
        m_tone = tone;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::current();
        QPainter painter(this);
        painter.setFont(font());
        const QColor color =
            theme.color(m_tone == Tone::Neutral ? Token::Text2 : toneColor(m_tone));
        QRect area = rect();
        const QString icon = toneIcon(m_tone);
        if (!icon.isEmpty()) {
            const int size = theme.px(Metrics::kIconSmall);
            paintIcon(painter, QRectF(0, 0, size, height()), icon, color, size);
            area.setLeft(size + 4);
        }
        painter.setPen(color);
        drawLine(painter, area, text());
    }

private:
    Tone m_tone = Tone::Neutral;
};

} // namespace

class StatTileView final : public QAbstractButton
{
public:
    explicit StatTileView(QWidget *parent)
        : QAbstractButton(parent)
        , m_name(new TextLabel(TextRole::Hint, Token::Text2, QString(), this))
        , m_figure(new NumberLabel(TextRole::Figure, this))
        , m_course(new Sparkline(this))
        , m_context(new ContextLine(TextRole::Hint, Token::Text2, QString(), this))
    {
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        m_figure->setSmallUnits(true);
        m_course->setFixedSize(kSparkWidth, kSparkHeight);
        for (TextLabel *label : {m_name, static_cast<TextLabel *>(m_context)})
            label->setElide(Qt::ElideRight);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(kTilePadding, 12, kTilePadding - 2, 12);
        column->setSpacing(2);
        column->addWidget(m_name);
        auto *row = new QHBoxLayout;
        row->setSpacing(8);
        row->addWidget(m_figure);
        row->addStretch(1);
        row->addWidget(m_course, 0, Qt::AlignBottom);
        column->addLayout(row, 1);
        column->addWidget(m_context);
        for (QWidget *child : findChildren<QWidget *>())
            child->setAttribute(Qt::WA_TransparentForMouseEvents);
    }

    void setTile(const StatTile &tile)
    {
        m_name->setText(tile.name);
        m_figure->setText(tile.figure);
        m_figure->updateGeometry();
        m_course->setValues(tile.course);
        m_course->setTone(tile.tone == Tone::Warn || tile.tone == Tone::Danger ? tile.tone
                                                                               : Tone::Info);
        m_course->setVisible(!tile.course.isEmpty());
        m_context->setText(tile.context);
        m_context->setTone(tile.tone);
        setAccessibleName(QStringList{tile.name, tile.figure, tile.context}.join(u", "_s));
    }

    QSize sizeHint() const override { return layout()->sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!hasFocus() && !underMouse())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        if (underMouse())
            painter.setBrush(Theme::current().color(Token::Hover));
        if (hasFocus())
            painter.setPen(QPen(Theme::current().color(Token::Focus), Metrics::kFocusLine));
        painter.drawRoundedRect(QRectF(rect()).adjusted(3, 3, -3, -3), 6, 6);
    }

    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    TextLabel *m_name;
    NumberLabel *m_figure;
    Sparkline *m_course;
    ContextLine *m_context;
};

StatStrip::StatStrip(QWidget *parent)
    : Card(parent)
    , m_row(new QHBoxLayout)
{
    body()->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(0);
    body()->addLayout(m_row);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

StatStrip::~StatStrip() = default;

void StatStrip::setTiles(const QList<StatTile> &tiles)
{
    if (m_views.size() != tiles.size()) {
        while (QLayoutItem *item = m_row->takeAt(0)) {
            delete item->widget();
            delete item;
        }
        m_views.clear();
        for (int i = 0; i < tiles.size(); ++i) {
            if (i > 0) {
                auto *frame = new QWidget(this);
                auto *line = new QVBoxLayout(frame);
                line->setContentsMargins(0, 14, 0, 14);
                line->addWidget(new Hairline(Qt::Vertical, frame));
                m_row->addWidget(frame);
            }
            auto *view = new StatTileView(this);
            connect(view, &QAbstractButton::clicked, this, [this, i] { emit tileActivated(i); });
            m_row->addWidget(view, 1);
            m_views << view;
        }
    }
    for (int i = 0; i < tiles.size(); ++i)
        m_views.at(i)->setTile(tiles.at(i));
}

QSize StatStrip::sizeHint() const
{
    return {Card::sizeHint().width(), Theme::current().px(Metrics::kStatStrip)};
}

} // namespace Signalbox
