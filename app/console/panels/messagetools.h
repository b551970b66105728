// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "protocol/searchquery.h"
#include "widgets/themedwidget.h"

#include <optional>

class QShortcut;

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

    /// What stands in the field, whether it can be understood or not.
    [[nodiscard]] QString search() const;
    /// What is wrong with the search, below its field; empty for nothing.
    void setProblem(const QString &problem);
    void setSearch(const QString &search);
    void clearSearch();
    void focusSearch();
    [[nodiscard]] bool isTailing() const;
    void setTailing(bool tailing);
    [[nodiscard]] QList<QWidget *> regions() const;

signals:
    void stateChosen();
    /// Only with a text that can be understood.
    void searchChanged(const QString &text);
    void tailToggled(bool on);

protected:
    void languageChanged() override;

private:
    void read(const QString &text);
    void showProblem();

    SearchField *m_search;
    TextLabel *m_below; ///< What is wrong with the search, or what is still missing.
    Button *m_tail;
    QShortcut *m_follow;
    QWidget *m_states; ///< The row with the states.
    SegmentedControl *m_segments;
    TextLabel *m_remark;
    QueueCounts m_counts;
    std::optional<SearchProblem> m_problem;
    bool m_isTyping = false; ///< What is missing at the end may still come.
};

} // namespace Signalbox
