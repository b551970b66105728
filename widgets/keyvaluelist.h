// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"
#include "widgets/themedwidget.h"

class QGridLayout;

namespace Signalbox {

class IconButton;
class TextLabel;

/// One fact of an inspector.
struct KeyValue
{
    QString key;
    QString value;
    /// Code font and middle elision, for IDs.
    bool mono = false;
    /// A copy button at the end of the row, which copies \a copyText or else the value.
    bool copyable = false;
    QString copyText{};
    /// Colour of the value when it is an exception.
    Tone tone = Tone::Neutral;
    bool operator==(const KeyValue &) const = default;
};

/// Facts under each other: keys muted in a column of their own, values, copy buttons. Rows of 24
/// px.
class KeyValueList : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyValueList)
public:
    explicit KeyValueList(QWidget *parent = nullptr);
    ~KeyValueList() override;

    /// Width of the key column at scale 1, 116 unless set.
    void setKeyWidth(int width);
    /// Shows \a rows; as long as the number stays, widgets and keyboard focus do too.
    void setRows(const QList<KeyValue> &rows);

signals:
    void copied(const QString &text);

protected:
    void themeChanged() override;
    void languageChanged() override;

private:
    struct Row
    {
        TextLabel *key;
        TextLabel *value;
        IconButton *copy;
    };
    void addRow();
    void applyRow(int index);

    QGridLayout *m_grid;
    QList<KeyValue> m_rows;
    QList<Row> m_views;
    int m_keyWidth = 116;
};

} // namespace Signalbox
