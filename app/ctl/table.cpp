// SPDX-License-Identifier: GPL-3.0-only
#include "table.h"

#include <QDateTime>
#include <QLocale>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

bool isWide(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hangul:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return true;
    default:
        return (c >= u'\u3000' && c <= u'\u303f') || (c >= u'\uff01' && c <= u'\uff60');
    }
}

qsizetype width(const QString &text)
{
    qsizetype columns = 0;
    for (const QChar c : text) {
        if (!c.isLowSurrogate() && !c.isMark())
            columns += isWide(c) || c.isHighSurrogate() ? 2 : 1;
    }
    return columns;
}

QString printable(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return text;
}

} // namespace

void Table::addRow(const QStringList &cells)
{
    Q_ASSERT(cells.size() == m_columns.size());
    QStringList row;
    for (const QString &cell : cells)
        row.append(printable(cell));
    m_rows.append(row);
}

QString Table::toText() const
{
    QList<QStringList> lines{{}};
    for (const Column &column : m_columns)
        lines.first().append(column.title);
    lines += m_rows;

    QList<qsizetype> widths(m_columns.size(), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths.at(i), width(line.at(i)));
    }

    QString text;
    for (const QStringList &line : lines) {
        QString row;
        for (qsizetype i = 0; i < line.size(); ++i) {
            const QString padding(widths.at(i) - width(line.at(i)), u' ');
            if (i > 0)
                row += "  "_L1;
            row +=
                m_columns.at(i).align == Align::Right ? padding + line.at(i) : line.at(i) + padding;
        }
        while (row.endsWith(u' '))
            row.chop(1);
        text += row + u'\n';
    }
    return text;
}

QString formatBytes(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeIecFormat);
}

QString formatTime(qint64 unixMs)
{
    return QDateTime::fromMSecsSinceEpoch(unixMs).toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

QString formatCount(qint64 count, const QString &noun)
{
    return QString::number(count) + u' ' + noun + (count == 1 ? QString() : u"s"_s);
}

} // namespace Signalbox::Ctl
