// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/requestlistmodel.h"

#include "widgets/format.h"
#include "widgets/table/tableroles.h"
#include "widgets/theme.h"

#include <QDateTime>
#include <QUrl>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFirstRefusal = 400;

/// An answer that finds a queue empty is no refusal.
const auto kNothingThere = u"MessageNotExist"_s;

QString tookText(qint64 durationUs)
{
    return RequestListModel::tr("%1 ms").arg(Format::rate(double(durationUs) / 1000.0));
}

} // namespace

RequestListModel::RequestListModel(QObject *parent)
    : NewestFirstModel(parent)
{
}

bool RequestListModel::isRefused(const Admin::RequestRecord &request)
{
    return request.status >= kFirstRefusal && request.code != kNothingThere;
}

bool RequestListModel::isSlow(const Admin::RequestRecord &request)
{
    return request.durationUs >= kSlowUs && !request.operation.endsWith("ReceiveMessage"_L1);
}

QString RequestListModel::subjectOf(const Admin::RequestRecord &request)
{
    const QString path = QUrl::fromPercentEncoding(request.resource.section(u'?', 0, 0).toLatin1());
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    const bool isQueue = parts.size() >= 2 && parts.first() == "queues"_L1;
    return isQueue ? parts.at(1) : path;
}

void RequestListModel::counted(const Admin::RequestRecord &request, int step)
{
    if (isRefused(request))
        m_refused += step;
    if (isSlow(request))
        m_slow += step;
}

int RequestListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant RequestListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Admin::RequestRecord &request = requestAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(request, column);
    case Qt::AccessibleTextRole:
        return column == Time ? sentence(request) : text(request, column);
    case Qt::ToolTipRole:
        return column == Time
            ? Format::exactTime(QDateTime::fromMSecsSinceEpoch(request.timeMs)).toHtmlEscaped()
            : QVariant();
    case TableRole::SecondLine:
        return secondLine(request, column);
    case TableRole::Sort:
        return column == Took ? QVariant(request.durationUs) : text(request, column);
    case TableRole::IconName:
        if (column != Answer)
            return {};
        return isRefused(request) ? u"circle-x"_s : u"circle-check"_s;
    case TableRole::Tone:
        if (column == Answer)
            return int(isRefused(request) ? Tone::Danger : Tone::Ok);
        return column == Took && isSlow(request) ? QVariant(int(Tone::Warn)) : QVariant();
    default:
        return {};
    }
}

QVariant RequestListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Request:
        return tr("Request");
    case Answer:
        return tr("Answer");
    case Took:
        //: How long the answer took.
        return tr("Took");
    default:
        return {};
    }
}

QString RequestListModel::text(const Admin::RequestRecord &request, int column)
{
    switch (column) {
    case Time:
        return Format::time(request.timeMs, QDateTime::currentMSecsSinceEpoch());
    case Request:
        return request.operation.isEmpty() ? request.method : request.operation;
    case Answer:
        return QString::number(request.status);
    case Took:
        return tookText(request.durationUs);
    default:
        return {};
    }
}

QVariant RequestListModel::secondLine(const Admin::RequestRecord &request, int column)
{
    if (column == Request) {
        //: A request for people: what it is about, and the address it came from.
        return tr("%1 · %2").arg(subjectOf(request), request.address);
    }
    return column == Answer && !request.code.isEmpty() ? QVariant(request.code) : QVariant();
}

QString RequestListModel::sentence(const Admin::RequestRecord &request)
{
    const QString answer = request.code.isEmpty()
        ? QString::number(request.status)
        : u"%1 %2"_s.arg(QString::number(request.status), request.code);
    //: A request for screen readers: time, operation, what it is about, answer, duration.
    return tr("%1, %2, %3, %4, %5")
        .arg(text(request, Time), text(request, Request), subjectOf(request), answer,
             tookText(request.durationUs));
}

} // namespace Signalbox
