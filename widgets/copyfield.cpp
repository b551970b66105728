// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/copyfield.h"

#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {
constexpr int kCopiedMs = 1500;
constexpr int kDots = 12;
} // namespace

CopyField::CopyField(const QString &name, QWidget *parent)
    : ThemedWidget(parent)
    , m_name(name)
    , m_text(new TextLabel(TextRole::Code, QString(), this))
    , m_show(new IconButton(u"eye"_s, QString(), this))
    , m_copy(new IconButton(u"copy"_s, QString(), this))
{
    m_text->setElide(Qt::ElideMiddle);
    m_show->setExtent(24);
    m_copy->setExtent(24);
    m_show->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 0, 4, 0);
    row->setSpacing(2);
    row->addWidget(m_text, 1);
    row->addWidget(m_show);
    row->addWidget(m_copy);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_copy, &QAbstractButton::clicked, this, &CopyField::copy);
    connect(m_show, &QAbstractButton::clicked, this, [this] {
        m_revealed = !m_revealed;
        showValue();
    });
    languageChanged();
}

CopyField::~CopyField() = default;

void CopyField::setName(const QString &name)
{
    m_name = name;
    languageChanged();
}

void CopyField::setValue(const QString &value)
{
    m_value = value;
    showValue();
}

void CopyField::setSecret(bool secret)
{
    m_secret = secret;
    m_show->setVisible(secret);
    showValue();
}

QSize CopyField::sizeHint() const
{
    return {Theme::current().px(200), Theme::current().px(Metrics::kControl)};
}

QSize CopyField::minimumSizeHint() const
{
    return {Theme::current().px(100), Theme::current().px(Metrics::kControl)};
}

void CopyField::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(Token::BorderSubtle));
    painter.setBrush(theme.color(Token::Sunken));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::kRadiusControl,
                            Metrics::kRadiusControl);
}

void CopyField::themeChanged()
{
    showValue();
    ThemedWidget::themeChanged();
}

void CopyField::languageChanged()
{
    setAccessibleName(m_name);
    m_copy->setName(tr("Copy %1").arg(m_name));
    showValue();
}

void CopyField::copy()
{
    QApplication::clipboard()->setText(m_value);
    m_copy->setIconName(u"check"_s);
    QTimer::singleShot(kCopiedMs, m_copy, [this] { m_copy->setIconName(u"copy"_s); });
    emit copied(m_value);
}

void CopyField::showValue()
{
    const bool hidden = m_secret && !m_revealed;
    m_text->setText(hidden ? QString(kDots, QChar(0x2022)) : m_value);
    m_show->setIconName(hidden ? u"eye"_s : u"eye-off"_s);
    m_show->setName(hidden ? tr("Show %1").arg(m_name) : tr("Hide %1").arg(m_name));
    // What is hidden from the eye is hidden from screen readers and tooltips too.
    setAccessibleDescription(hidden ? tr("hidden") : m_value);
}

} // namespace Signalbox
