// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/savedconnection.h"
#include "widgets/themedwidget.h"

namespace Signalbox {

class TextLabel;

/// The band across the window's top that says which connection one is on, where that has a colour.
class ConnectionStripe : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionStripe)

public:
    explicit ConnectionStripe(QWidget *parent = nullptr);
    ~ConnectionStripe() override;

    /// Hides for one without a colour.
    void showConnection(const SavedConnection &connection);

protected:
    void paintEvent(QPaintEvent *event) override;
    void themeChanged() override;
    void languageChanged() override;

private:
    TextLabel *m_text;
    SavedConnection m_connection;
};

} // namespace Signalbox
