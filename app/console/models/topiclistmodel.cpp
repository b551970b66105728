// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/topiclistmodel.h"

#include "console/models/subscriptionstate.h"
#include "widgets/format.h"
#include "widgets/table/tableroles.h"

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

TopicListModel::TopicListModel(QObject *parent)
    : ByNameModel(parent)
{
}

QList<TableColumn> TopicListModel::columns()
{
    return {{.kind = CellKind::Name, .width = 200, .stretch = true},
            {.kind = CellKind::State, .width = 146},
            {.kind = CellKind::Number, .width = 64},
            {.kind = CellKind::Number, .width = 70, .givesWay = 2},
            {.kind = CellKind::Number, .width = 124},
            {.kind = CellKind::Spark, .width = 110, .givesWay = 1}};
}

int TopicListModel::countFailing() const
{
    return int(std::ranges::count(rows(), TopicState::Failing, topicState));
}

int TopicListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TopicListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Admin::Topic &topic = rows().at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(topic, column);
    case Qt::AccessibleTextRole:
        return column == Name ? sentence(topic) : text(topic, column);
    case TableRole::SecondLine:
        return column == Name ? targetsText(topic) : QVariant();
    case TableRole::Sort:
        return sortValue(topic, column);
    case TableRole::IconName:
        if (column == Name)
            return u"radio-tower"_s;
        return column == State ? topicBadge(topic).iconName : QVariant();
    case TableRole::Tone:
        if (column == State)
            return int(topicBadge(topic).tone);
        // A number is coloured only beside the state that says why.
        return (column == Success || column == Published)
                && topicState(topic) == TopicState::Failing
            ? int(Tone::Warn)
            : QVariant();
    case TableRole::Spark:
        return column == Published ? QVariant::fromValue(topic.spark) : QVariant();
    default:
        return {};
    }
}

QVariant TopicListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case State:
        return tr("State");
    case Subscriptions:
        //: Number of subscriptions; the title of a narrow column.
        return tr("Subs");
    case InPerS:
        //: Messages published per second.
        return tr("In /s");
    case Success:
        //: Share of the pushes of the last hour that arrived.
        return tr("Success, 1 h");
    case Published:
        //: The course of what was published over the last hour.
        return tr("Published");
    default:
        return {};
    }
}

QString TopicListModel::text(const Admin::Topic &topic, int column)
{
    switch (column) {
    case Name:
        return topic.name;
    case State:
        return topicBadge(topic).text;
    case Subscriptions:
        return Format::count(topic.subscriptions.size());
    case InPerS:
        return Format::rate(topic.publishedPerS);
    case Success: {
        const std::optional<double> success = successOf(topic);
        return success ? Format::percent(*success) : Format::unknown();
    }
    default:
        return {};
    }
}

QVariant TopicListModel::sortValue(const Admin::Topic &topic, int column)
{
    switch (column) {
    case Subscriptions:
        return topic.subscriptions.size();
    case InPerS:
        return topic.publishedPerS;
    case Success: {
        const std::optional<double> success = successOf(topic);
        return success ? QVariant(*success) : QVariant();
    }
    case Published:
        return topic.publishedLastHour;
    default:
        return text(topic, column);
    }
}

QString TopicListModel::sentence(const Admin::Topic &topic)
{
    //: A topic for screen readers: name, state, kinds of subscribers.
    return tr("%1, %2, %3").arg(topic.name, topicBadge(topic).text, targetsText(topic));
}

} // namespace Signalbox
