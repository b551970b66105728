// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/durationtext.h"
#include "widgets/themedwidget.h"

#include <chrono>
#include <optional>

class QComboBox;
class QLineEdit;

namespace Signalbox {

/// A joined box of number and unit, for a span of time or a size in bytes. It understands what
/// people type ("90", "1m30", "2 h", "1分30秒") and keeps the unit they used. Up and Down step,
/// Alt+Down opens the units. A value out of range gets a red border and problem() says why in one
/// sentence, for the line under the field.
class DurationEdit : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DurationEdit)
public:
    enum class Kind { Duration, Bytes };

    explicit DurationEdit(QWidget *parent = nullptr);
    explicit DurationEdit(Kind kind, QWidget *parent = nullptr);
    ~DurationEdit() override;

    /// Seconds or bytes. Nothing when the text cannot be read or is out of range.
    [[nodiscard]] std::optional<qint64> amount() const;
    void setAmount(qint64 amount);
    void setRange(qint64 least, qint64 most);

    [[nodiscard]] std::optional<std::chrono::seconds> duration() const;
    void setDuration(std::chrono::seconds duration);
    void setRange(std::chrono::seconds least, std::chrono::seconds most);

    /// What is wrong with the text, or empty.
    [[nodiscard]] QString problem() const;
    /// The allowed range in words: "1 s to 12 h."
    [[nodiscard]] QString rangeText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// The readable value changed by the user's hand.
    void amountChanged(qint64 amount);
    /// Editing ended (focus left or Enter); look at problem() now.
    void editingFinished();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void languageChanged() override;

private:
    [[nodiscard]] std::optional<qint64> readable() const;
    [[nodiscard]] qint64 unitSize(int unit) const;
    [[nodiscard]] QString amountText(qint64 amount) const;
    void fillUnits();
    void normalise();
    void step(int direction);
    void showAmount(qint64 amount, int unit);
    void noteEdited();

    Kind m_kind;
    QLineEdit *m_number;
    QComboBox *m_unit;
    qint64 m_least = 0;
    qint64 m_most;
    bool m_problemShown = false;
};

} // namespace Signalbox
