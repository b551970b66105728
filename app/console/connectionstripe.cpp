// SPDX-License-Identifier: GPL-3.0-only
#include "console/connectionstripe.h"

#include "console/stripes.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Signalbox {

namespace {

constexpr int kHeight = 24;
constexpr int kLine = 4;

} // namespace

ConnectionStripe::ConnectionStripe(QWidget *parent)
    : ThemedWidget(parent)
    , m_text(new TextLabel(TextRole::Pill, {}, this))
{
    m_text->setElide(Qt::ElideRight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::kPageMargin, kLine, Metrics::kPageMargin, 0);
    row->addWidget(m_text);
    hide();
}

ConnectionStripe::~ConnectionStripe() = default;

void ConnectionStripe::showConnection(const SavedConnection &connection)
{
    if (m_connection == connection)
        return;
    m_connection = connection;
    languageChanged();
    themeChanged();
    setVisible(connection.stripe != StripeColor::None);
}

void ConnectionStripe::paintEvent(QPaintEvent *)
{
    const std::optional<Tone> tone = stripeTone(m_connection.stripe);
    if (!tone)
        return;
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(toneBackground(*tone)));
    painter.fillRect(0, 0, width(), kLine, theme.color(toneColor(*tone)));
}

void ConnectionStripe::themeChanged()
{
    setFixedHeight(Theme::current().px(kHeight));
    m_text->setColor(toneColor(stripeTone(m_connection.stripe).value_or(Tone::Neutral)));
    ThemedWidget::themeChanged();
}

void ConnectionStripe::languageChanged()
{
    m_text->setText(m_connection.asksBeforeChange
                        //: %1 is the name of a connection.
                        ? tr("%1 · asks before every change").arg(m_connection.name)
                        : m_connection.name);
}

} // namespace Signalbox
