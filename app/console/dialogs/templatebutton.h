// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/savedtemplate.h"
#include "widgets/button.h"

#include <functional>

namespace Signalbox {

class ConsoleSettings;

/// Opens the list of the messages that the user keeps: to take one, to keep the present one, to
/// delete one.
class TemplateButton : public Button
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TemplateButton)

public:
    /// \a present gives the message as it is now, without a name. \a settings must outlive this.
    TemplateButton(ConsoleSettings &settings, std::function<SavedTemplate()> present,
                   QWidget *parent = nullptr);

signals:
    void chosen(const Signalbox::SavedTemplate &message);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void openMenu();
    void askForName();
    void keep(const QString &name);
    void remove(const QString &name);

    ConsoleSettings &m_settings;
    std::function<SavedTemplate()> m_present;
};

} // namespace Signalbox
