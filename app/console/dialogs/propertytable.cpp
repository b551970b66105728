// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/propertytable.h"

#include "core/limits.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/scrollpage.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 116;
constexpr int kTypeWidth = 104;

} // namespace

PropertyTable::PropertyTable(QWidget *parent)
    : ThemedWidget(parent)
    , m_title(new TextLabel(TextRole::CardTitle, {}, this))
    , m_add(new Button({}, ButtonKind::Link, u"plus"_s, this))
    , m_none(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_column(new QVBoxLayout)
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_add);
    auto *content = new QWidget;
    auto *contentColumn = new QVBoxLayout(content);
    contentColumn->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Metrics::kSpaceXs);
    contentColumn->addLayout(m_column);
    contentColumn->addWidget(m_none);
    contentColumn->addStretch();
    auto *scroll = new ScrollPage(content, this);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedHeight(Theme::current().px(kHeight));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(Metrics::kSpaceXs);
    all->addLayout(head);
    all->addWidget(scroll);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        m_rows.constLast().name->setFocus();
    });
    m_add->setAutoDefault(false);
    languageChanged();
}

void PropertyTable::setProperties(const QList<MessageProperty> &properties)
{
    while (!m_rows.isEmpty())
        removeRow(m_rows.constLast().widget);
    for (const MessageProperty &property : properties)
        addRow(property);
}

void PropertyTable::addRow(const MessageProperty &property)
{
    if (m_rows.size() >= Limits::kMaxPropertiesPerMessage)
        return;
    Row row;
    row.widget = new QWidget(this);
    row.name = new QLineEdit(property.name, row.widget);
    row.name->setMaxLength(Limits::kMaxPropertyNameLength);
    row.type = new QComboBox(row.widget);
    // In the order of PropertyType.
    row.type->addItems({u"NUMBER"_s, u"STRING"_s, u"BOOLEAN"_s, u"BINARY"_s});
    row.type->setCurrentIndex(int(property.type));
    row.type->setFixedWidth(Theme::current().px(kTypeWidth));
    row.value = new QLineEdit(property.value, row.widget);
    row.value->setMaxLength(Limits::kMaxPropertyValueLength);
    row.remove = new IconButton(u"x"_s, {}, row.widget);
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, Metrics::kSpaceXs, 0);
    line->setSpacing(Metrics::kSpaceXs);
    line->addWidget(row.name, 1);
    line->addWidget(row.type);
    line->addWidget(row.value, 1);
    line->addWidget(row.remove);
    m_column->addWidget(row.widget);
    connect(row.remove, &QAbstractButton::clicked, this,
            [this, widget = row.widget] { removeRow(widget); });
    m_rows.append(row);
    nameRow(row);
    showRows();
}

void PropertyTable::removeRow(const QWidget *widget)
{
    const auto row = std::ranges::find(m_rows, widget, &Row::widget);
    if (row == m_rows.end())
        return;
    row->widget->hide();
    row->widget->deleteLater();
    m_rows.erase(row);
    showRows();
}

void PropertyTable::showRows()
{
    m_none->setVisible(m_rows.isEmpty());
    m_add->setDisabledReason(m_rows.size() < Limits::kMaxPropertiesPerMessage
                                 ? QString()
                                 : tr("A message has at most %Ln propertie(s).", nullptr,
                                      Limits::kMaxPropertiesPerMessage));
}

QList<MessageProperty> PropertyTable::properties() const
{
    QList<MessageProperty> properties;
    for (const Row &row : m_rows) {
        if (!row.name->text().isEmpty())
            properties.append(
                {row.name->text(), row.value->text(), PropertyType(row.type->currentIndex())});
    }
    return properties;
}

QWidget *PropertyTable::wrongField() const
{
    QStringList names;
    for (const Row &row : m_rows) {
        const QString name = row.name->text();
        if ((name.isEmpty() && !row.value->text().isEmpty())
            || (!name.isEmpty() && names.contains(name)))
            return row.name;
        names.append(name);
    }
    return nullptr;
}

void PropertyTable::nameRow(const Row &row)
{
    row.name->setPlaceholderText(tr("Name"));
    row.name->setAccessibleName(tr("Name"));
    row.type->setAccessibleName(tr("Type"));
    row.value->setPlaceholderText(tr("Value"));
    row.value->setAccessibleName(tr("Value"));
    row.remove->setName(tr("Remove the property"));
}

void PropertyTable::languageChanged()
{
    m_title->setText(tr("Properties"));
    //: A property to a message.
    m_add->setText(tr("Add"));
    m_none->setText(tr("Receivers get them beside the body."));
    for (const Row &row : std::as_const(m_rows))
        nameRow(row);
    showRows();
}

} // namespace Signalbox
