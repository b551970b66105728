// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QLayout>
#include <QList>

namespace Signalbox {

/// A row whose widgets go on in a further line where there is no room. Those of the end stand at
/// the end of their line.
class WrapLayout : public QLayout
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WrapLayout)
public:
    explicit WrapLayout(int spacing, QWidget *parent = nullptr);
    ~WrapLayout() override;

    /// Before the widgets of the end, in whatever order they are added.
    void addStart(QWidget *widget);
    void addEnd(QWidget *widget);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect &area) override;
    /// All in one line.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;

private:
    /// Places the items in \a area unless it is only \a tried; gives the height they take.
    int arrange(const QRect &area, bool tried) const;
    void placeLine(const QRect &line, qsizetype first, qsizetype last) const;
    [[nodiscard]] QSize sizeOf(const QLayoutItem &item, int most) const;

    QList<QLayoutItem *> m_items; ///< Owned. First those of the start.
    qsizetype m_starts = 0;
};

} // namespace Signalbox
