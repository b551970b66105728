// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "widgets/card.h"

namespace Signalbox {

class IconMark;
class StatusPill;
class TextLabel;

/// One subscription beside the list of topics: where it leads, what it takes and how that goes.
class SubscriptionCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SubscriptionCard)

public:
    explicit SubscriptionCard(QWidget *parent = nullptr);

    void showSubscription(const Admin::Subscription &subscription);

private:
    IconMark *m_icon;
    TextLabel *m_name;
    StatusPill *m_state;
    TextLabel *m_endpoint;
    TextLabel *m_figures;
    TextLabel *m_detail;
};

} // namespace Signalbox
