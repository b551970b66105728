// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/commandpalette.h"
#include "widgets/dialog.h"

namespace Signalbox {

class KeyValueList;
class Panel;

/// Which keys do what: in the panel that shows, and everywhere in the window. Shown by open();
/// deletes itself.
class KeysDialog : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysDialog)

public:
    /// \a panel may be null; of \a actions those with keys are told.
    KeysDialog(const Panel *panel, const QList<PaletteItem> &actions, QWidget *window);
    ~KeysDialog() override;

private:
    void addKeys(const QString &title, const QList<struct KeyValue> &keys);

    QVBoxLayout *m_keys;
};

} // namespace Signalbox
