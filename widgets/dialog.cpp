// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/dialog.h"

#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/iconmark.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr int kDisc = 36;
constexpr int kDiscIcon = 20;

/// Dims the window a dialog stands on. Static and a plain fill: it costs one paint.
class ScrimWidget final : public ThemedWidget
{
public:
    explicit ScrimWidget(QWidget *window)
        : ThemedWidget(window)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(window->rect());
        window->installEventFilter(this);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter(this).fillRect(rect(), Theme::current().color(Token::Scrim));
    }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == parentWidget() && event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        return ThemedWidget::eventFilter(watched, event);
    }
};

} // namespace

Dialog::Dialog(int width, QWidget *parent)
    : QDialog(parent)
    , m_width(width)
    , m_disc(new IconMark({}, Token::Info, kDiscIcon, this))
    , m_title(new TextLabel(TextRole::DialogTitle, QString(), this))
    , m_sentence(new TextLabel(TextRole::Body, Token::Text2, QString(), this))
    , m_close(new IconButton(u"x"_s, QString(), this))
    , m_body(new QVBoxLayout)
    , m_footer(new QHBoxLayout)
    , m_cancel(new Button(QString(), ButtonKind::Default, QString(), this))
{
    setModal(true);
    // Its own frame: round corners on the scrim, title and close button inside.
    setWindowFlags(Qt::Dialog | Qt::FramelessWindowHint);
    setAttribute(Qt::WA_TranslucentBackground);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceLg, Metrics::kSpaceMd,
                             Metrics::kSpaceMd);
    head->setSpacing(Metrics::kSpaceMd);
    head->addWidget(m_disc, 0, Qt::AlignTop);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch(1);
    texts->addWidget(m_title);
    texts->addWidget(m_sentence);
    texts->addStretch(1);
    m_title->setWordWrap(true);
    m_sentence->setWordWrap(true);
    head->addLayout(texts, 1);
    head->addWidget(m_close, 0, Qt::AlignTop);
    column->addLayout(head);
    m_body->setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin, Metrics::kSpaceLg);
    m_body->setSpacing(Metrics::kSpaceMd);
    column->addLayout(m_body, 1);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    m_footer->setContentsMargins(Metrics::kSpaceMd, Metrics::kSpaceMd, Metrics::kPageMargin,
                                 Metrics::kSpaceMd);
    m_footer->setSpacing(Metrics::kSpaceSm);
    m_footer->addStretch(1);
    m_footer->addWidget(m_cancel);
    column->addLayout(m_footer);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_close, &QAbstractButton::clicked, this, &QDialog::reject);
    m_close->setFocusPolicy(Qt::NoFocus);
    applyTheme();
    retranslate();
}

Dialog::~Dialog()
{
    delete m_scrim;
}

void Dialog::setHeading(const QString &iconName, const QString &title, const QString &sentence,
                        Tone tone)
{
    m_disc->setIconName(iconName);
    m_disc->setDisc(kDisc, tone);
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setWindowTitle(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

void Dialog::setPrimary(Button *button)
{
    delete m_primary;
    m_primary = button;
    m_footer->addWidget(button);
}

void Dialog::addSecondary(QWidget *button)
{
    m_footer->insertWidget(m_footer->count() - (m_primary ? 3 : 2), button);
}

QSize Dialog::sizeHint() const
{
    // QLayout's own hint wraps texts at the width it would like to have, which may be less.
    return layout()->hasHeightForWidth()
        ? QSize(minimumWidth(), layout()->totalHeightForWidth(minimumWidth()))
        : QDialog::sizeHint();
}

void Dialog::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::BorderStrong));
    painter.setBrush(theme.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::kRadiusDialog,
                            Metrics::kRadiusDialog);
}

void Dialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!m_scrim && isWindow() && parentWidget()) {
        m_scrim = new ScrimWidget(parentWidget()->window());
        connect(m_scrim, &QObject::destroyed, this, [this] { m_scrim = nullptr; });
    }
    if (m_scrim) {
        m_scrim->raise();
        m_scrim->show();
    }
}

void Dialog::hideEvent(QHideEvent *event)
{
    if (m_scrim)
        m_scrim->hide();
    QDialog::hideEvent(event);
}

void Dialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier) {
        if (m_primary && m_primary->isEnabled())
            m_primary->click();
        return;
    }
    QDialog::keyPressEvent(event);
}

bool Dialog::event(QEvent *event)
{
    const bool taken = QDialog::event(event);
    // A line more, such as a problem below a field, must not cut the others.
    if (event->type() == QEvent::LayoutRequest && isVisible() && sizeHint().height() > height())
        resize(width(), sizeHint().height());
    return taken;
}

void Dialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void Dialog::applyTheme()
{
    setFixedWidth(Theme::current().px(m_width));
    update();
}

void Dialog::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_close->setName(tr("Close"));
}

} // namespace Signalbox
