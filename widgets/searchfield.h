// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QLineEdit>
#include <QTimer>

namespace Signalbox {

/// A search box with a magnifier. searchChanged() follows typing by 200 ms; Esc clears the text,
/// and an Esc on an empty field leaves it.
class SearchField : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchField)
public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);
    ~SearchField() override;

    [[nodiscard]] QSize sizeHint() const override;

signals:
    void searchChanged(const QString &text);
    /// Enter was pressed or the field left: the text is what was meant. Follows searchChanged().
    void searchSettled();
    /// Enter was pressed once more on the same text.
    void searchRepeated();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    /// False when this text was announced before.
    bool announce();

    QTimer m_delay;
    QString m_announced;
};

} // namespace Signalbox
