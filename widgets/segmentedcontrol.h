// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QList>
#include <QWidget>

#include <optional>

class QAbstractButton;
class QButtonGroup;

namespace Signalbox {

/// A row of words of which one is chosen, each with an optional count ("All 24 · FIFO 2"). Arrow
/// keys move the choice; Tab enters and leaves it as one stop.
class SegmentedControl : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SegmentedControl)
public:
    explicit SegmentedControl(QWidget *parent = nullptr);
    ~SegmentedControl() override;

    /// Adds a segment at the end and returns its index. The first one added is chosen.
    int addSegment(const QString &text);
    void setSegmentText(int index, const QString &text);
    void setSegmentVisible(int index, bool visible);
    /// Shows \a count after the word, muted; none takes it away.
    void setCount(int index, std::optional<qint64> count);

    [[nodiscard]] int count() const;
    [[nodiscard]] int currentIndex() const;
    void setCurrentIndex(int index);

signals:
    void currentIndexChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QButtonGroup *m_group;
};

} // namespace Signalbox
