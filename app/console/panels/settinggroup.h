// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QList>
#include <QWidget>

namespace Signalbox {

class Card;
class SettingRow;
class TextLabel;

/// Settings that belong together: a title and a card of rows with hairlines between them.
class SettingGroup : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingGroup)

public:
    explicit SettingGroup(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// Adds a row after the others, kept in the settings file under \a key.
    SettingRow *addRow(const QString &key);
    /// Shows only rows that match \a text, all when it is empty, and nothing where none does; gives
    /// how many show.
    int showMatching(const QString &text);

private:
    TextLabel *m_title;
    Card *m_card;
    QString m_titleText;
    QList<SettingRow *> m_rows;
    QList<QWidget *> m_lines; ///< Between the rows; the first belongs to the second row.
};

} // namespace Signalbox
