// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/attemptlistmodel.h"

#include "console/models/subscriptionstate.h"
#include "widgets/format.h"
#include "widgets/table/tableroles.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;

AttemptListModel::AttemptListModel(QObject *parent)
    : NewestFirstModel(parent)
{
}

bool AttemptListModel::isFailed(const Admin::Attempt &attempt)
{
    return attempt.outcome != Admin::Attempt::Outcome::Delivered;
}

QList<Admin::Attempt> AttemptListModel::ladderOf(const Admin::Attempt &attempt) const
{
    QList<Admin::Attempt> ladder;
    for (const Admin::Attempt &other : rows()) {
        if (other.messageId == attempt.messageId && other.subscription == attempt.subscription)
            ladder.prepend(other);
    }
    return ladder;
}

void AttemptListModel::setNow(qint64 brokerNowMs)
{
    m_nowMs = brokerNowMs;
    if (!rows().isEmpty())
        emit dataChanged(index(0, Next), index(int(rows().size()) - 1, Next));
}

void AttemptListModel::setChannels(const QHash<QString, QString> &channels)
{
    if (m_channels == channels)
        return;
    m_channels = channels;
    if (!rows().isEmpty())
        emit dataChanged(index(0, Subscription), index(int(rows().size()) - 1, Result));
}

QString AttemptListModel::channelOf(const Admin::Attempt &attempt) const
{
    return m_channels.value(attempt.subscription,
                            attempt.requestHeaders.isEmpty() ? QString() : u"http"_s);
}

StateBadge AttemptListModel::badgeOf(const Admin::Attempt &attempt, const QString &channel)
{
    const Tone failed = Tone::Danger;
    switch (attempt.outcome) {
    case Admin::Attempt::Outcome::Delivered:
        if (attempt.status != 0)
            //: A server took the push; %1 is the HTTP status.
            return {Tone::Ok, u"circle-check"_s, tr("%1 accepted").arg(attempt.status)};
        if (channel == "queue"_L1)
            return {Tone::Ok, u"circle-check"_s, tr("Stored")};
        return {Tone::Info, u"mail"_s, tr("Caught in outbox")};
    case Admin::Attempt::Outcome::DeadLettered:
        //: The last try failed; the message is in the dead-letter queue now.
        return {failed, u"octagon-x"_s, tr("Dead letter")};
    case Admin::Attempt::Outcome::Dropped:
        //: The last try failed, and the message is gone.
        return {failed, u"octagon-x"_s, tr("Gave up")};
    case Admin::Attempt::Outcome::Failed:
        break;
    }
    if (attempt.status != 0)
        //: A server answered with this HTTP status, which does not count as success.
        return {failed, u"circle-x"_s, tr("%1 refused").arg(attempt.status)};
    return {failed, u"circle-x"_s, tr("Failed")};
}

void AttemptListModel::counted(const Admin::Attempt &attempt, int step)
{
    if (isFailed(attempt))
        m_failed += step;
}

int AttemptListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AttemptListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Admin::Attempt &attempt = attemptAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(attempt, column);
    case Qt::AccessibleTextRole:
        return column == Time ? sentence(attempt) : text(attempt, column);
    case Qt::ToolTipRole:
        if (column == Time)
            return Format::exactTime(QDateTime::fromMSecsSinceEpoch(attempt.atMs)).toHtmlEscaped();
        return column == Result && !attempt.error.isEmpty()
            ? QVariant(attempt.error.toHtmlEscaped())
            : QVariant();
    case TableRole::SecondLine:
        return column == Subscription ? QVariant(endpointText(attempt.endpoint)) : QVariant();
    case TableRole::Sort:
        return column == Try ? QVariant(attempt.attempt) : QVariant(text(attempt, column));
    case TableRole::IconName:
        if (column == Subscription)
            return channelIcon(channelOf(attempt));
        return column == Result ? QVariant(badgeOf(attempt, channelOf(attempt)).iconName)
                                : QVariant();
    case TableRole::Chip:
        //: Somebody asked for this attempt by hand.
        return column == Subscription && attempt.isManual ? QVariant(tr("by hand")) : QVariant();
    case TableRole::Tone:
        return column == Result ? QVariant(int(badgeOf(attempt, channelOf(attempt)).tone))
                                : QVariant();
    default:
        return {};
    }
}

QVariant AttemptListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Subscription:
        return tr("Subscription");
    case Try:
        //: The number of the attempt for one message.
        return tr("Try");
    case Result:
        return tr("Result");
    case Took:
        //: How long the attempt took.
        return tr("Took");
    case Next:
        return tr("Next try");
    default:
        return {};
    }
}

QString AttemptListModel::text(const Admin::Attempt &attempt, int column) const
{
    using Milliseconds = std::chrono::milliseconds;
    switch (column) {
    case Time:
        return Format::time(attempt.atMs, m_nowMs);
    case Subscription:
        return attempt.subscription;
    case Try:
        return Format::count(attempt.attempt);
    case Result:
        return badgeOf(attempt, channelOf(attempt)).text;
    case Took:
        return tookText(attempt.durationMs);
    case Next:
        if (attempt.nextAtMs <= m_nowMs)
            return Format::unknown();
        return Format::countdown(Milliseconds(attempt.nextAtMs - m_nowMs));
    default:
        return {};
    }
}

QString AttemptListModel::sentence(const Admin::Attempt &attempt) const
{
    //: An attempt for screen readers: time, subscription, number of the try, result.
    return tr("%1, %2, try %3, %4")
        .arg(text(attempt, Time), attempt.subscription, text(attempt, Try), text(attempt, Result));
}

} // namespace Signalbox
