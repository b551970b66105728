// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/statuspill.h"
#include "widgets/themedwidget.h"

class QHBoxLayout;

namespace Signalbox {

class TextLabel;

/// The head of a panel, 64 px: a crumb that leads back, the title, a count or pills, and at the
/// right the panel's actions.
class PanelHeader : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PanelHeader)
public:
    explicit PanelHeader(const QString &title = {}, QWidget *parent = nullptr);
    ~PanelHeader() override;

    void setTitle(const QString &title);
    /// The panel above this one; clicking it emits crumbClicked(). Empty: none.
    void setCrumb(const QString &crumb);
    /// A muted figure after the title ("24"); empty: none.
    void setCount(const QString &count);
    /// States after the title, worst first.
    void setPills(const QList<StateBadge> &pills);
    /// A muted remark before the actions ("Updated 1 s ago"), amber when \a overdue. Empty: none.
    /// It is cut where there is no room.
    void setRemark(const QString &text, bool overdue = false);
    /// Adds a control at the right end; the primary button comes last.
    void addAction(QWidget *widget);
    using QWidget::addAction;

    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void crumbClicked();

protected:
    void themeChanged() override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QHBoxLayout *m_row;
    QWidget *m_crumb;
    TextLabel *m_crumbText;
    TextLabel *m_title;
    TextLabel *m_count;
    QHBoxLayout *m_pillRow;
    TextLabel *m_remark;
    QHBoxLayout *m_actions;
};

} // namespace Signalbox
