// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/templatebutton.h"

#include "console/dialogs/templatenamedialog.h"
#include "console/settings.h"
#include "widgets/icons.h"

#include <QEvent>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

TemplateButton::TemplateButton(ConsoleSettings &settings, std::function<SavedTemplate()> present,
                               QWidget *parent)
    : Button({}, ButtonKind::Default, u"file-text"_s, parent)
    , m_settings(settings)
    , m_present(std::move(present))
{
    setAutoDefault(false);
    connect(this, &QPushButton::clicked, this, &TemplateButton::openMenu);
    retranslate();
}

void TemplateButton::openMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<SavedTemplate> templates = m_settings.templates();
    for (const SavedTemplate &one : templates)
        menu->addAction(themedIcon(u"file-text"_s), one.name, this,
                        [this, one] { emit chosen(one); });
    if (templates.isEmpty())
        menu->addAction(tr("No template yet"))->setEnabled(false);
    menu->addSeparator();
    menu->addAction(themedIcon(u"plus"_s), tr("Save as template…"), this,
                    &TemplateButton::askForName);
    if (!templates.isEmpty()) {
        QMenu *deleting = menu->addMenu(themedIcon(u"trash-2"_s), tr("Delete template"));
        for (const SavedTemplate &one : templates)
            deleting->addAction(one.name, this, [this, name = one.name] { remove(name); });
    }
    menu->popup(mapToGlobal(rect().bottomLeft()));
}

void TemplateButton::askForName()
{
    QStringList taken;
    const QList<SavedTemplate> templates = m_settings.templates();
    for (const SavedTemplate &one : templates)
        taken.append(one.name);
    auto *dialog = new TemplateNameDialog(taken, window());
    connect(dialog, &TemplateNameDialog::named, this, &TemplateButton::keep);
    dialog->open();
}

void TemplateButton::keep(const QString &name)
{
    SavedTemplate present = m_present();
    present.name = name;
    QList<SavedTemplate> templates = m_settings.templates();
    const auto same = std::ranges::find(templates, name, &SavedTemplate::name);
    if (same == templates.end())
        templates.append(present);
    else
        *same = present;
    m_settings.setTemplates(templates);
}

void TemplateButton::remove(const QString &name)
{
    QList<SavedTemplate> templates = m_settings.templates();
    templates.removeIf([&name](const SavedTemplate &one) { return one.name == name; });
    m_settings.setTemplates(templates);
}

void TemplateButton::changeEvent(QEvent *event)
{
    Button::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TemplateButton::retranslate()
{
    setText(tr("Templates"));
}

} // namespace Signalbox
