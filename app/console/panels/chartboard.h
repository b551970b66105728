// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/themedwidget.h"

#include <QList>

#include <chrono>

class QShortcut;

namespace Signalbox {

class Button;
class Notices;
class SegmentedControl;
class TextLabel;
class TimeChart;
class WrapLayout;

/// Four charts of one thing over the same stretch of time, which one read-out crosses together; the
/// stretch and a menu that exports the charts stand above them.
class ChartBoard : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartBoard)

public:
    /// \a charts in the order of reading, two in a row; the board takes them over.
    ChartBoard(const QList<TimeChart *> &charts, Notices &notices, QWidget *parent = nullptr);

    /// A control beside the choice of the stretch.
    void addTool(QWidget *tool);
    [[nodiscard]] std::chrono::seconds range() const;
    /// What is to be known of the samples, at the right.
    void setRemark(const QString &remark);
    /// How the focus goes round.
    [[nodiscard]] QList<QWidget *> regions() const;

signals:
    void rangeChanged();

protected:
    void languageChanged() override;

private:
    void showRange();
    void openExports();

    const QList<TimeChart *> m_charts;
    WrapLayout *m_tools;
    SegmentedControl *m_range;
    TextLabel *m_remark;
    Button *m_export;
    QShortcut *m_exportKeys;
};

} // namespace Signalbox
