// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Signalbox::Ctl {

/// Text in aligned columns with a head line, for people. Wide characters count as two columns.
class Table
{
public:
    enum class Align { Left, Right };
    struct Column
    {
        QString title;
        Align align = Align::Left;
    };

    explicit Table(QList<Column> columns)
        : m_columns(std::move(columns))
    {
    }

    /// One cell a column; control characters in them are shown as spaces.
    void addRow(const QStringList &cells);
    [[nodiscard]] QString toText() const;

private:
    QList<Column> m_columns;
    QList<QStringList> m_rows;
};

/// "1.5 KiB"
[[nodiscard]] QString formatBytes(qint64 bytes);
/// "2026-05-03 14:05:09" of the local time zone.
[[nodiscard]] QString formatTime(qint64 unixMs);
/// "%1 message" or "%1 messages", and so on for any regular \a noun.
[[nodiscard]] QString formatCount(qint64 count, const QString &noun);

} // namespace Signalbox::Ctl
