// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/subscriptionlistmodel.h"

#include "console/models/subscriptionstate.h"
#include "widgets/format.h"
#include "widgets/table/tableroles.h"

#include <chrono>

namespace Signalbox {

SubscriptionListModel::SubscriptionListModel(QObject *parent)
    : ByNameModel(parent)
{
}

QList<TableColumn> SubscriptionListModel::columns()
{
    return {{.kind = CellKind::Name, .width = 220, .stretch = true, .sortable = false},
            {.kind = CellKind::State, .width = 112, .sortable = false},
            {.kind = CellKind::Text, .width = 96, .givesWay = 2, .quiet = true, .sortable = false},
            {.kind = CellKind::Number, .width = 84, .sortable = false},
            {.kind = CellKind::Number, .width = 108, .sortable = false},
            {.kind = CellKind::Number, .width = 98, .givesWay = 1, .sortable = false},
            {.kind = CellKind::Number, .width = 84, .givesWay = 3, .sortable = false}};
}

void SubscriptionListModel::setNow(qint64 brokerNowMs)
{
    m_nowMs = brokerNowMs;
    if (rowCount() > 0)
        emit dataChanged(index(0, Next), index(rowCount() - 1, Next));
}

int SubscriptionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SubscriptionListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Admin::Subscription &subscription = rows().at(index.row());
    const int column = index.column();
    const StateBadge state = subscriptionBadge(subscription);
    switch (role) {
    case Qt::DisplayRole:
        return text(subscription, column);
    case Qt::AccessibleTextRole:
        //: A subscription for screen readers: name, kind of endpoint, state.
        return column == Name
            ? tr("%1, %2, %3").arg(subscription.name, channelName(subscription.channel), state.text)
            : text(subscription, column);
    case Qt::ToolTipRole:
        return column == State && !subscription.lastError.isEmpty()
            ? QVariant(subscription.lastError.toHtmlEscaped())
            : QVariant();
    case TableRole::SecondLine:
        return column == Name ? QVariant(endpointText(subscription.settings.endpoint)) : QVariant();
    case TableRole::Sort:
        if (column == Waiting)
            return subscription.waiting.total();
        return text(subscription, column);
    case TableRole::IconName:
        if (column == Name)
            return channelIcon(subscription.channel);
        return column == State ? QVariant(state.iconName) : QVariant();
    case TableRole::Tone: {
        const bool exception = state.tone == Tone::Danger || state.tone == Tone::Warn;
        // A number is coloured only beside the state that says why.
        return column == State || (column == Success && exception) ? QVariant(int(state.tone))
                                                                   : QVariant();
    }
    default:
        return {};
    }
}

QVariant SubscriptionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case State:
        return tr("State");
    case Tag:
        return tr("Tag");
    case Waiting:
        //: Messages that were not delivered yet.
        return tr("Waiting");
    case Success:
        //: Share of the pushes of the last hour that arrived.
        return tr("Success, 1 h");
    case Took:
        //: How long the last attempt took.
        return tr("Took");
    case Next:
        return tr("Next try");
    default:
        return {};
    }
}

QString SubscriptionListModel::text(const Admin::Subscription &subscription, int column) const
{
    using Milliseconds = std::chrono::milliseconds;
    switch (column) {
    case Name:
        return subscription.name;
    case State:
        return subscriptionBadge(subscription).text;
    case Tag:
        //: Of a subscription that gets every message, whatever its tag.
        return subscription.settings.filterTag.isEmpty() ? tr("any")
                                                         : subscription.settings.filterTag;
    case Waiting:
        return Format::count(subscription.waiting.total());
    case Success: {
        const std::optional<double> success = successOf(subscription);
        return success ? Format::percent(*success) : Format::unknown();
    }
    case Took:
        return tookText(subscription.lastDurationMs);
    case Next:
        return subscription.nextAttemptAtMs > m_nowMs
            ? Format::countdown(Milliseconds(subscription.nextAttemptAtMs - m_nowMs))
            : Format::unknown();
    default:
        return {};
    }
}

} // namespace Signalbox
