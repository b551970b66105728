// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/statuspill.h"

#include <QListView>

#include <optional>

class QStandardItemModel;

namespace Signalbox {

/// One place the console can look at, as the sidebar shows it.
struct ConnectionRow
{
    QString iconName;
    QString name;
    /// State, or address and round trip.
    QString detail;
    /// The glyph at the right end; its text says the state to screen readers.
    StateBadge state;
    /// Colour of a stripe at the left edge; absent: none.
    std::optional<Tone> stripe = {};
    bool operator==(const ConnectionRow &) const = default;
};

/// The list of connections, rows of 44 px; the current one stands on a card.
class ConnectionList : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionList)
public:
    explicit ConnectionList(QWidget *parent = nullptr);
    ~ConnectionList() override;

    /// Replaces the rows, keeping the current one by its place.
    void setConnections(const QList<ConnectionRow> &rows);
    void setConnection(int index, const ConnectionRow &row);
    [[nodiscard]] int count() const;
    [[nodiscard]] int currentConnection() const;
    void setCurrentConnection(int index);
    void setIconsOnly(bool iconsOnly);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void currentConnectionChanged(int index);
    /// A right click, the Menu key or Shift+F10 on a row; \a position is global.
    void menuRequested(int index, const QPoint &position);

protected:
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QStandardItemModel *m_items;
    class ConnectionDelegate *m_delegate;
};

} // namespace Signalbox
