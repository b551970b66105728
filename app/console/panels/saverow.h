// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QWidget>

namespace Signalbox {

class Button;
class TextLabel;

/// The end of a form that is changed in place: Save with the number of changes, Discard, and above
/// them why saving failed.
class SaveRow : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SaveRow)

public:
    explicit SaveRow(QWidget *parent = nullptr);
    ~SaveRow() override;

    /// \a changes differ from what is saved, or a field is \a wrong. Forgets the problem.
    void showChanges(int changes, bool wrong);
    /// None when \a problem is empty.
    void showProblem(const QString &problem);
    /// While the answer is awaited.
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const;

signals:
    void saveRequested();
    void discardRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTexts();

    TextLabel *m_problem;
    Button *m_save;
    Button *m_discard;
    int m_changes = 0;
    bool m_isWrong = false;
};

} // namespace Signalbox
