// SPDX-License-Identifier: GPL-3.0-only
#include "samplequeues.h"

#include "gallerypages.h"
#include "widgets/format.h"
#include "widgets/table/tableroles.h"
#include "widgets/theme.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

struct Row
{
    QString name;
    QString icon;
    QString chip;
    Tone tone;
    QString stateIcon;
    QString state;
    qint64 ready;
    QString id;
};

const QList<Row> &rows()
{
    static const QList<Row> all{
        {u"email-receipts"_s,
         u"inbox"_s,
         {},
         Tone::Ok,
         u"circle-check"_s,
         u"Flowing"_s,
         88,
         u"5F29…A1C0"_s},
        {u"orders-billing"_s,
         u"inbox"_s,
         {},
         Tone::Ok,
         u"circle-check"_s,
         u"Flowing"_s,
         1204,
         u"5F29…9E77"_s},
        {u"transcode-jobs"_s,
         u"inbox"_s,
         {},
         Tone::Warn,
         u"triangle-alert"_s,
         u"No receiver"_s,
         2310,
         u"8A01…77B2"_s},
        {u"orders-dead"_s, u"archive"_s, u"DLQ"_s, Tone::Danger, u"octagon-alert"_s,
         u"Dead letters"_s, 37, u"00C4…1D00"_s},
        {u"invoice-archive"_s, u"list-ordered"_s, u"FIFO"_s, Tone::Neutral, u"circle-dashed"_s,
         u"Idle"_s, 0, u"–"_s},
    };
    return all;
}

} // namespace

SampleQueues::SampleQueues(int rows, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rows(rows)
{
}

QList<TableColumn> SampleQueues::columns()
{
    return {{CellKind::Name, 180, true},
            {CellKind::State, 128},
            {CellKind::Mono, 98, false, 2, true},
            {CellKind::Number, 86},
            {CellKind::Spark, 130, false, 1, false, false}};
}

int SampleQueues::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int SampleQueues::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 5;
}

QVariant SampleQueues::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = rows().at(index.row() % rows().size());
    const bool exception = row.tone == Tone::Warn || row.tone == Tone::Danger;
    switch (index.column()) {
    case 0:
        if (role == Qt::DisplayRole)
            return row.name;
        if (role == TableRole::IconName)
            return row.icon;
        if (role == TableRole::Chip && !row.chip.isEmpty())
            return row.chip;
        if (role == TableRole::SecondLine)
            return u"queue ×2, mail"_s;
        break;
    case 1:
        if (role == Qt::DisplayRole)
            return row.state;
        if (role == TableRole::IconName)
            return row.stateIcon;
        if (role == TableRole::Tone)
            return int(row.tone);
        break;
    case 2:
        if (role == Qt::DisplayRole)
            return row.id;
        break;
    case 3:
        if (role == Qt::DisplayRole)
            return Format::count(row.ready);
        if (role == TableRole::Sort)
            return row.ready;
        if (role == TableRole::Tone && exception)
            return int(row.tone);
        break;
    case 4:
        if (role == TableRole::Spark)
            return QVariant::fromValue(
                row.ready == 0 ? QList<double>()
                               : sampleCourse(40, double(row.ready), quint32(row.ready)));
        if (role == TableRole::Tone && exception)
            return int(row.tone);
        break;
    default:
        break;
    }
    return {};
}

QVariant SampleQueues::headerData(int section, Qt::Orientation orientation, int role) const
{
    static const std::array titles{u"Name"_s, u"State"_s, u"Message ID"_s, u"Ready"_s,
                                   u"Backlog, 1 h"_s};
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return titles.at(size_t(section));
    return {};
}

} // namespace Signalbox
