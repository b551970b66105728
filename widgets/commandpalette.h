// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/themedwidget.h"

#include <QKeySequence>
#include <QList>
#include <QPointer>
#include <QString>

#include <functional>
#include <optional>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace Signalbox {

class TextLabel;

/// One line of the palette: what it does, to what, and its shortcut.
struct PaletteItem
{
    QString iconName;
    QString text;
    QString context{}; ///< Muted, after the text; not searched.
    QKeySequence keys{};
    std::function<void()> run;
    /// Typed text that leads here although it is not part of \a text, separated by blanks.
    QString alsoFor{};
};

/// Items under a heading, reached alone by typing the prefix first.
struct PaletteGroup
{
    QString title;
    QChar prefix; ///< '>' for actions, '#' for queues; null: none.
    QList<PaletteItem> items{};
    /// An item made of what is typed, such as the whole ID of a message; none where that is not
    /// set.
    std::function<std::optional<PaletteItem>(const QString &text)> offer{};
};

/// Finds and runs what a window can do: a search box and the matching items below it, over a dimmed
/// window. Arrows move, Enter runs, Esc closes. What was run last stands first next time.
class CommandPalette : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)
public:
    /// Covers \a window while it is open.
    explicit CommandPalette(QWidget *window);
    ~CommandPalette() override;

    /// Opens with \a groups, empty of text.
    void open(const QList<PaletteGroup> &groups);
    void close();
    [[nodiscard]] bool isOpen() const { return isVisible(); }

    [[nodiscard]] QLineEdit *input() const { return m_input; }
    [[nodiscard]] QListView *list() const { return m_list; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void themeChanged() override;
    void languageChanged() override;

private:
    class Box;
    void find(const QString &text);
    static void takeOffer(PaletteGroup &group, const QString &text);
    void addMatches(const PaletteGroup &group, int groupIndex, const QString &text, int most);
    void moveCurrent(int step);
    void run(const QModelIndex &index);
    void layOut();
    void showCurrent();

    QList<PaletteGroup> m_groups;
    QStringList m_recent; ///< Texts of what was run, the last first.
    QWidget *m_box;
    QLineEdit *m_input;
    QListView *m_list;
    QStandardItemModel *m_model;
    TextLabel *m_hint;
    TextLabel *m_nothing;
    QPointer<QWidget> m_before; ///< Had the focus.
};

} // namespace Signalbox
