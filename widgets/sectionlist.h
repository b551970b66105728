// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QListView>

class QStandardItemModel;

namespace Signalbox {

/// The list of sections in the sidebar, or of pages at the left of a panel: rows of 32 px with
/// icon, word and a count or a warning at the right. Exactly one is current. Narrow (iconsOnly) it
/// shows icons with tooltips.
class SectionList : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SectionList)
public:
    explicit SectionList(QWidget *parent = nullptr);
    ~SectionList() override;

    /// Adds a row at the end and returns its index; the first one becomes current.
    int addSection(const QString &iconName, const QString &text);
    void setSectionText(int index, const QString &text);
    /// Shows \a text at the right end, in \a tone with its icon when there is something to look at.
    /// Empty: nothing.
    void setBadge(int index, const QString &text, Tone tone = Tone::Neutral);

    [[nodiscard]] int count() const;
    [[nodiscard]] int currentSection() const;
    void setCurrentSection(int index);

    void setIconsOnly(bool iconsOnly);
    /// On a page instead of in the sidebar: no bar before the current row.
    void setPlain(bool plain);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void currentSectionChanged(int index);

protected:
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void applyTheme();
    void updateAccessibleText(int index);

    QStandardItemModel *m_items;
    class SectionDelegate *m_delegate;
};

} // namespace Signalbox
