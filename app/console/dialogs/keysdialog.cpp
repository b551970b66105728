// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/keysdialog.h"

#include "console/inspectorwalk.h"
#include "console/panels/namedlistpanel.h"
#include "widgets/button.h"
#include "widgets/charts/timechart.h"
#include "widgets/codeview.h"
#include "widgets/inspector.h"
#include "widgets/keyvaluelist.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/scrollpage.h"
#include "widgets/table/datatable.h"
#include "widgets/tabstrip.h"

#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 440;
constexpr int kKeyWidth = 150;

/// Keys that do one thing, or one thing and its opposite.
QString keysText(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(u", "_s);
}

template <typename Part>
bool shows(const Panel &panel)
{
    return std::ranges::any_of(panel.findChildren<Part *>(), &QWidget::isVisible);
}

/// By what the panel is made of, and the shortcuts that it has for itself.
QList<KeyValue> keysOf(const Panel &panel)
{
    QList<KeyValue> keys;
    const auto add = [&keys](const QList<QKeySequence> &sequences, const QString &text) {
        keys.append({keysText(sequences), text});
    };
    if (qobject_cast<const NamedListPanel *>(&panel))
        add({Qt::Key_Return}, KeysDialog::tr("Open the row"));
    if (shows<DataTable>(panel)) {
        add({Qt::SHIFT | Qt::Key_F10}, KeysDialog::tr("Menu of the row"));
        add({QKeySequence::Copy}, KeysDialog::tr("Copy the selected rows as a table"));
    }
    const QList<QShortcut *> shortcuts = panel.findChildren<QShortcut *>();
    for (const QShortcut *shortcut : shortcuts) {
        const auto *owner = qobject_cast<const QWidget *>(shortcut->parent());
        if (owner && owner->isVisible() && !shortcut->whatsThis().isEmpty())
            add({shortcut->key()}, shortcut->whatsThis());
    }
    if (shownInspector(panel)) {
        add({Qt::ALT | Qt::Key_Up, Qt::ALT | Qt::Key_Down},
            KeysDialog::tr("Previous, next in the inspector"));
    }
    if (shows<CodeView>(panel)) {
        add({QKeySequence::FindNext, QKeySequence::FindPrevious},
            KeysDialog::tr("Next, previous match in a body"));
    }
    if (shows<TabStrip>(panel)) {
        add({Qt::CTRL | Qt::Key_PageUp, Qt::CTRL | Qt::Key_PageDown},
            KeysDialog::tr("Previous, next tab"));
    }
    if (shows<TimeChart>(panel)) {
        add({Qt::Key_Left, Qt::Key_Right},
            KeysDialog::tr("Move the read-out of a chart (Shift: ten samples)"));
    }
    return keys;
}

} // namespace

KeysDialog::KeysDialog(const Panel *panel, const QList<PaletteItem> &actions, QWidget *window)
    : Dialog(Metrics::kDialogMedium, window)
    , m_keys(new QVBoxLayout)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setHeading(u"keyboard"_s, tr("Keys"),
               tr("The command palette finds everything else by its name."));
    auto *content = new QWidget;
    content->setLayout(m_keys);
    m_keys->setContentsMargins(0, 0, Metrics::kSpaceMd, 0);
    m_keys->setSpacing(Metrics::kSpaceSm);
    auto *scroll = new ScrollPage(content, this);
    scroll->setFocusPolicy(Qt::StrongFocus); // nothing inside takes it, and the keys scroll
    scroll->setFixedHeight(Theme::current().px(kHeight));
    scroll->setAccessibleName(tr("Keys"));
    body()->addWidget(scroll);

    if (panel)
        addKeys(tr("In this panel"), keysOf(*panel));
    QList<KeyValue> everywhere;
    for (const PaletteItem &action : actions) {
        if (!action.keys.isEmpty())
            everywhere.append({keysText({action.keys}), action.text});
    }
    addKeys(tr("Everywhere"), everywhere);
    m_keys->addStretch();
    cancelButton()->setText(tr("Close"));
}

KeysDialog::~KeysDialog() = default;

void KeysDialog::addKeys(const QString &title, const QList<KeyValue> &keys)
{
    if (keys.isEmpty())
        return;
    auto *list = new KeyValueList(this);
    list->setKeyWidth(kKeyWidth);
    list->setRows(keys);
    m_keys->addWidget(new TextLabel(TextRole::CardTitle, title, this));
    m_keys->addWidget(list);
}

} // namespace Signalbox
