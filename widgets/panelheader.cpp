// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/panelheader.h"

#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr int kRingSpace = 6; // between a word and the ring around it

/// The arrow between crumb and title.
class CrumbArrow final : public ThemedWidget
{
public:
    explicit CrumbArrow(QWidget *parent)
        : ThemedWidget(parent)
    {
        setFixedSize(Metrics::kIcon, Metrics::kIcon);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        paintIcon(painter, rect(), mirrored ? u"chevron-left"_s : u"chevron-right"_s,
                  Theme::current().color(Token::Muted), Metrics::kIcon);
    }
};

} // namespace

PanelHeader::PanelHeader(const QString &title, QWidget *parent)
    : ThemedWidget(parent)
    , m_row(new QHBoxLayout(this))
    , m_crumb(new QWidget(this))
    , m_crumbText(new TextLabel(TextRole::PanelTitle, Token::Muted, QString(), m_crumb))
    , m_title(new TextLabel(TextRole::PanelTitle, title, this))
    , m_count(new TextLabel(TextRole::Body, Token::Muted, QString(), this))
    , m_pillRow(new QHBoxLayout)
    , m_remark(new TextLabel(TextRole::Hint, Token::Muted, QString(), this))
    , m_actions(new QHBoxLayout)
{
    m_row->setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin, 0);
    m_row->setSpacing(Metrics::kSpaceSm);

    auto *crumbRow = new QHBoxLayout(m_crumb);
    crumbRow->setContentsMargins(0, 0, 0, 0);
    crumbRow->setSpacing(Metrics::kSpaceSm);
    crumbRow->addWidget(m_crumbText);
    crumbRow->addWidget(new CrumbArrow(m_crumb));
    m_crumb->hide();
    m_crumbText->setCursor(Qt::PointingHandCursor);
    m_crumbText->setFocusPolicy(Qt::TabFocus);
    m_crumbText->setElide(Qt::ElideRight);
    m_crumbText->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_crumbText->installEventFilter(this);

    m_title->setElide(Qt::ElideMiddle);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    m_count->hide();
    m_remark->setElide(Qt::ElideRight);
    m_remark->hide();
    m_pillRow->setSpacing(Metrics::kSpaceSm);
    m_actions->setSpacing(Metrics::kSpaceSm);

    m_row->addWidget(m_crumb);
    m_row->addWidget(m_title);
    m_row->addWidget(m_count);
    m_row->addLayout(m_pillRow);
    m_row->addStretch(1);
    m_row->addWidget(m_remark);
    m_row->addLayout(m_actions);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(title);
    themeChanged();
}

PanelHeader::~PanelHeader() = default;

void PanelHeader::setTitle(const QString &title)
{
    m_title->setText(title);
    m_title->updateGeometry();
    setAccessibleName(title);
}

void PanelHeader::setCrumb(const QString &crumb)
{
    m_crumbText->setText(crumb);
    m_crumbText->setAccessibleName(crumb);
    m_crumb->setVisible(!crumb.isEmpty());
}

void PanelHeader::setCount(const QString &count)
{
    m_count->setText(count);
    m_count->setVisible(!count.isEmpty());
}

void PanelHeader::setPills(const QList<StateBadge> &pills)
{
    while (m_pillRow->count() > pills.size()) {
        QLayoutItem *item = m_pillRow->takeAt(m_pillRow->count() - 1);
        delete item->widget();
        delete item;
    }
    while (m_pillRow->count() < pills.size())
        m_pillRow->addWidget(new StatusPill(this));
    for (int i = 0; i < pills.size(); ++i)
        static_cast<StatusPill *>(m_pillRow->itemAt(i)->widget())->setState(pills.at(i));
}

void PanelHeader::setRemark(const QString &text, bool overdue)
{
    m_remark->setText(text);
    m_remark->setColor(overdue ? Token::Warn : Token::Muted);
    m_remark->setVisible(!text.isEmpty());
}

void PanelHeader::addAction(QWidget *widget)
{
    m_actions->addWidget(widget);
}

QSize PanelHeader::sizeHint() const
{
    return {QWidget::sizeHint().width(), Theme::current().px(Metrics::kPanelHeader)};
}

QSize PanelHeader::minimumSizeHint() const
{
    return {QWidget::minimumSizeHint().width(), Theme::current().px(Metrics::kPanelHeader)};
}

void PanelHeader::themeChanged()
{
    // The crumb is the title's size but lighter, hence not a role of its own.
    QFont crumb = Theme::current().font(TextRole::PanelTitle);
    crumb.setWeight(QFont::Normal);
    m_crumbText->setFont(crumb);
    ThemedWidget::themeChanged();
}

void PanelHeader::paintEvent(QPaintEvent *)
{
    if (!m_crumbText->hasFocus())
        return;
    // Around the words, which stand on the page's margin with no room of their own for it.
    const QRect area(m_crumbText->mapTo(this, QPoint()), m_crumbText->size());
    const int height = m_crumbText->fontMetrics().height() + 2 * Metrics::kSpaceXs;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::current().color(Token::Focus), Metrics::kFocusLine));
    painter.drawRoundedRect(QRectF(area.left() - kRingSpace, area.center().y() - height / 2.0,
                                   area.width() + 2 * kRingSpace, height),
                            Metrics::kRadiusControl, Metrics::kRadiusControl);
}

bool PanelHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_crumbText) {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
            update();
        if (event->type() == QEvent::MouseButtonRelease
            && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
            emit crumbClicked();
            return true;
        }
        if (event->type() == QEvent::KeyPress) {
            const int key = static_cast<QKeyEvent *>(event)->key();
            if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
                emit crumbClicked();
                return true;
            }
        }
    }
    return ThemedWidget::eventFilter(watched, event);
}

} // namespace Signalbox
