// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"
#include "widgets/themedwidget.h"

namespace Signalbox {

class Button;
class TextLabel;

/// What a banner says: a bold sentence, cause and remedy below it, and the one button that helps.
struct BannerMessage
{
    Tone tone = Tone::Info;
    QString title{};
    QString detail{};
    /// Words of the button; empty: none.
    QString action{};
    /// Icon instead of the tone's own.
    QString iconName{};
    bool operator==(const BannerMessage &) const = default;
};

/// A notice over a panel that stays while it is true. The owner shows the worst one and clears it
/// when it no longer holds; the user cannot dismiss it.
class Banner : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)
public:
    explicit Banner(QWidget *parent = nullptr);
    explicit Banner(const BannerMessage &message, QWidget *parent = nullptr);
    ~Banner() override;

    /// Shows \a message and, when it is a new one, announces it to screen readers. One without
    /// title hides the banner.
    void setMessage(const BannerMessage &message);
    [[nodiscard]] const BannerMessage &message() const { return m_message; }

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BannerMessage m_message;
    TextLabel *m_title;
    TextLabel *m_detail;
    Button *m_button;
};

} // namespace Signalbox
