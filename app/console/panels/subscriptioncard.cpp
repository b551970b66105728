// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/subscriptioncard.h"

#include "console/models/subscriptionstate.h"
#include "widgets/format.h"
#include "widgets/iconmark.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/statuspill.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;

SubscriptionCard::SubscriptionCard(QWidget *parent)
    : Card(parent)
    , m_icon(new IconMark(u"globe"_s, Token::Text2, 16, this))
    , m_name(new TextLabel(TextRole::BodyMedium, {}, this))
    , m_state(new StatusPill(this))
    , m_endpoint(new TextLabel(TextRole::Hint, Token::Text2, {}, this))
    , m_figures(new TextLabel(TextRole::Hint, Token::Text2, {}, this))
    , m_detail(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
{
    m_name->setElide(Qt::ElideMiddle);
    m_endpoint->setElide(Qt::ElideMiddle);
    m_detail->setWordWrap(true);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Metrics::kSpaceSm);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_icon, 0, 0);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_state, 0, 2, Qt::AlignRight);
    grid->addWidget(m_endpoint, 1, 1);
    grid->addWidget(m_figures, 1, 2, Qt::AlignRight);
    grid->addWidget(m_detail, 2, 1, 1, 2);
    body()->setContentsMargins(Metrics::kSpaceMd, Metrics::kSpaceSm, Metrics::kSpaceMd,
                               Metrics::kSpaceSm);
    body()->addLayout(grid);
}

void SubscriptionCard::showSubscription(const Admin::Subscription &subscription)
{
    m_icon->setIcon(channelIcon(subscription.channel), Token::Text2);
    m_name->setText(subscription.name);
    m_state->setState(subscriptionBadge(subscription));
    m_endpoint->setText(endpointText(subscription.settings.endpoint));

    QStringList figures;
    if (const std::optional<double> success = successOf(subscription))
        figures.append(Format::percent(*success));
    if (const qint64 waiting = subscription.waiting.total(); waiting > 0)
        figures.append(tr("%1 waiting").arg(Format::count(waiting)));
    else if (subscription.lastDurationMs > 0)
        figures.append(tookText(subscription.lastDurationMs));
    m_figures->setText(figures.join(tr(", ")));

    QStringList details;
    if (!subscription.settings.filterTag.isEmpty())
        details.append(tr("Tag %1").arg(subscription.settings.filterTag));
    if (!subscription.lastError.isEmpty())
        details.append(subscription.lastError);
    m_detail->setText(details.join(u" · "_s));
    m_detail->setVisible(!details.isEmpty());
    setAccessibleName(
        u"%1, %2, %3"_s.arg(subscription.name, m_state->state().text, m_endpoint->text()));
}

} // namespace Signalbox
