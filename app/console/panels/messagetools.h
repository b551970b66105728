// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "widgets/themedwidget.h"

#include <optional>

namespace Signalbox {

class Button;
class SearchField;
class SegmentedControl;
class TextLabel;

/// What chooses the messages a list shows: a search, the state, and whether the list follows what
/// comes.
class MessageTools : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageTools)

public:
    explicit MessageTools(QWidget *parent = nullptr);

    void setCounts(const QueueCounts &counts);
    /// One line at the right: how many match, or what following is doing.
    void setRemark(const QString &remark);
    [[nodiscard]] std::optional<Admin::MessageState> state() const;
    void setState(std::optional<Admin::MessageState> state);
    /// Messages that the state chosen has, as far as known.
    [[nodiscard]] qint64 total() const;

    /// Shows \a bar, which stands below, in place of the states, or the states again.
    void giveWayTo(QWidget *bar, bool shown);

    [[nodiscard]] QString search() const;
    void clearSearch();
    void focusSearch();
    [[nodiscard]] bool isTailing() const;
    void setTailing(bool tailing);
    [[nodiscard]] QList<QWidget *> regions() const;

signals:
    void stateChosen();
    void searchChanged(const QString &text);
    void tailToggled(bool on);

protected:
    void languageChanged() override;

private:
    SearchField *m_search;
    Button *m_tail;
    QWidget *m_states; ///< The row with the states.
    SegmentedControl *m_segments;
    TextLabel *m_remark;
    QueueCounts m_counts;
};

} // namespace Signalbox
