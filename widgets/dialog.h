// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace Signalbox {

class Button;
class IconButton;
class IconMark;
class TextLabel;

/// The frame of all dialogs: an icon in a disc, title and one sentence at the top, a column of
/// content, a footer with secondary actions at the left and Cancel and the primary button at the
/// right. Ctrl+Enter presses the primary button, Esc cancels. Shown with open(), never with exec();
/// a scrim dims the window below it.
class Dialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Dialog)
public:
    /// \a width in pixels at scale 1: Metrics::kDialogSmall, kDialogMedium or kDialogLarge.
    explicit Dialog(int width, QWidget *parent = nullptr);
    ~Dialog() override;

    void setHeading(const QString &iconName, const QString &title, const QString &sentence = {},
                    Tone tone = Tone::Info);
    /// The column between heading and footer; content that stands beside the heading's text indents
    /// by itself.
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    /// The button at the right end. Its click is the caller's to connect; it does not close the
    /// dialog.
    void setPrimary(Button *button);
    [[nodiscard]] Button *primary() const { return m_primary; }
    [[nodiscard]] Button *cancelButton() const { return m_cancel; }
    /// Adds a secondary action at the left of the footer.
    void addSecondary(QWidget *button);

    /// As high as its content is at the dialog's width.
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void applyTheme();
    void retranslate();

    int m_width;
    IconMark *m_disc;
    TextLabel *m_title;
    TextLabel *m_sentence;
    IconButton *m_close;
    QVBoxLayout *m_body;
    QHBoxLayout *m_footer;
    Button *m_cancel;
    Button *m_primary = nullptr;
    QWidget *m_scrim = nullptr;
};

} // namespace Signalbox
