// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/message.h"
#include "widgets/themedwidget.h"

#include <QList>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace Signalbox {

class Button;
class IconButton;
class TextLabel;

/// The user properties of a message to be sent: name, type and value of each, with rows to add and
/// to take away.
class PropertyTable : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PropertyTable)

public:
    explicit PropertyTable(QWidget *parent = nullptr);

    void setProperties(const QList<MessageProperty> &properties);
    /// Rows without a name and a value are left out.
    [[nodiscard]] QList<MessageProperty> properties() const;
    /// The first field that is wrong, or null: a value without a name, a name used twice.
    [[nodiscard]] QWidget *wrongField() const;

protected:
    void languageChanged() override;

private:
    struct Row
    {
        QWidget *widget = nullptr;
        QLineEdit *name = nullptr;
        QComboBox *type = nullptr;
        QLineEdit *value = nullptr;
        IconButton *remove = nullptr;
    };

    void addRow(const MessageProperty &property);
    void removeRow(const QWidget *row);
    void nameRow(const Row &row);
    void showRows();

    TextLabel *m_title;
    Button *m_add;
    TextLabel *m_none;
    QVBoxLayout *m_column;
    QList<Row> m_rows;
};

} // namespace Signalbox
