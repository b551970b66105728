// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/outboxlistmodel.h"

#include "console/models/subscriptionstate.h"
#include "widgets/format.h"
#include "widgets/table/tableroles.h"

#include <QDateTime>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

OutboxListModel::OutboxListModel(QObject *parent)
    : NewestFirstModel(parent)
{
}

void OutboxListModel::take(const QList<Admin::Message> &messages)
{
    QList<OutboxItem> items;
    for (const Admin::Message &message : messages)
        items.append(outboxItem(message));
    prepend(items);
}

int OutboxListModel::rowOf(const QByteArray &messageId) const
{
    const auto found = std::ranges::find_if(
        rows(), [&](const OutboxItem &item) { return item.message.messageId == messageId; });
    return found == rows().cend() ? -1 : int(found - rows().cbegin());
}

StateBadge OutboxListModel::badgeOf(const OutboxItem &item)
{
    if (item.label.state == OutboxLabel::kSent)
        return {Tone::Ok, u"circle-check"_s, tr("Sent")};
    if (item.label.state == OutboxLabel::kFailed)
        return {Tone::Danger, u"circle-x"_s, tr("Failed")};
    //: A mail or SMS that nothing sends on.
    return {Tone::Info, u"mail"_s, tr("Kept")};
}

void OutboxListModel::setRead(int row)
{
    m_read.insert(itemAt(row).message.messageId);
    emit dataChanged(index(row, To), index(row, To));
}

void OutboxListModel::counted(const OutboxItem &item, int step)
{
    if (item.channel == PushChannel::Mail)
        m_mails += step;
    else if (item.channel == PushChannel::Sms)
        m_texts += step;
}

int OutboxListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OutboxListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OutboxItem &item = itemAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case TableRole::Sort:
        return text(item, column);
    case Qt::AccessibleTextRole:
        //: Something kept, for screen readers: recipient, subject.
        return column == To ? tr("%1, %2").arg(text(item, To), item.subject()) : text(item, column);
    case Qt::ToolTipRole:
        if (column == Delivery)
            return item.label.error.toHtmlEscaped();
        return column == Caught
            ? QVariant(Format::exactTime(QDateTime::fromMSecsSinceEpoch(item.message.enqueueTimeMs))
                           .toHtmlEscaped())
            : QVariant();
    case TableRole::SecondLine:
        if (column == To)
            return item.subject();
        return column == Topic ? QVariant(item.label.subscription) : QVariant();
    case TableRole::IconName:
        if (column == Delivery)
            return badgeOf(item).iconName;
        return column == To ? QVariant(channelIcon(nameOf(item.channel))) : QVariant();
    case TableRole::Tone:
        return column == Delivery ? QVariant(int(badgeOf(item).tone)) : QVariant();
    case TableRole::Chip:
        //: Nobody looked at it yet.
        return column == To && !m_read.contains(item.message.messageId) ? QVariant(tr("new"))
                                                                        : QVariant();
    default:
        return {};
    }
}

QVariant OutboxListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case To:
        //: Who it was for.
        return tr("To");
    case Topic:
        return tr("Topic");
    case Delivery:
        //: Whether it was sent.
        return tr("Delivery");
    case Caught:
        //: When it was kept instead of sent.
        return tr("Caught");
    default:
        return {};
    }
}

QString OutboxListModel::text(const OutboxItem &item, int column)
{
    switch (column) {
    case To:
        return item.recipient.isEmpty() ? tr("nobody named") : item.recipient;
    case Topic:
        return item.label.topic;
    case Delivery:
        return badgeOf(item).text;
    case Caught:
        return Format::time(QDateTime::fromMSecsSinceEpoch(item.message.enqueueTimeMs),
                            QDateTime::currentDateTime());
    default:
        return {};
    }
}

} // namespace Signalbox
