// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QHash>
#include <QTabBar>

#include <optional>

namespace Signalbox {

/// The parts of a thing, 38 px high: words with a count chip, an accent line under the current one.
/// Arrows move.
class TabStrip : public QTabBar
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TabStrip)
public:
    /// The first word stands so far from the left edge, which leaves room for the focus ring.
    static constexpr int kInset = 6;

    explicit TabStrip(QWidget *parent = nullptr);
    ~TabStrip() override;

    /// A chip with \a count after the words of tab \a index; none takes it away.
    void setCount(int index, std::optional<qint64> count);
    /// The tab \a steps further, around the ends.
    void next(int steps = 1);
    /// Lets Ctrl+Tab and Ctrl+PgUp/PgDn change tabs from anywhere in \a panel.
    void addShortcuts(QWidget &panel);

    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// A shortcut changed the tab, with the focus perhaps on what is hidden now.
    void walked();

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// Where the words and the chip of a tab stand.
    [[nodiscard]] QRect contentRect(int index) const;

    QHash<int, QString> m_counts;
};

} // namespace Signalbox
