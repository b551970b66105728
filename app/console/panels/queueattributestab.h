// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/queuetab.h"
#include "protocol/queue.h"

namespace Signalbox {

class KeyValueList;
class QueueAttributesForm;
class SaveRow;
class TextLabel;

/// The attributes of a queue, changed in place: dots mark what differs from what is saved, one
/// button saves it all.
class QueueAttributesTab : public QueueTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueAttributesTab)

public:
    QueueAttributesTab(const Workspace &workspace, const QString &queueName, QWidget *parent);
    ~QueueAttributesTab() override;

    void refresh() override;
    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    void build();
    /// Takes over what is saved; what the user changed meanwhile stays.
    void takeSaved();
    void showChanges();
    void showFacts();
    void save();
    void saved(const QueueSettings &before, const QueueSettingsPatch &changes, int count);

    QueueAttributesForm *m_form;
    SaveRow *m_saving;
    TextLabel *m_intro;
    TextLabel *m_factsTitle;
    KeyValueList *m_facts;
    QueueSettings m_before; ///< Until the last save.
    int m_oldAnswers = 0;
    bool m_known = false;
};

} // namespace Signalbox
