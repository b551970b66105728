// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/topictab.h"
#include "protocol/topic.h"

namespace Signalbox {

class DurationEdit;
class FormField;
class KeyValueList;
class SaveRow;
class TextLabel;

/// What a topic takes, to be changed in place, and facts about it.
class TopicAttributesTab : public TopicTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicAttributesTab)

public:
    TopicAttributesTab(const Workspace &workspace, const QString &topicName, QWidget *parent);
    ~TopicAttributesTab() override;

    bool stepBack() override;
    [[nodiscard]] QList<QWidget *> regions() override;
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    void build();
    void takeSaved();
    void showChanges();
    void showFacts();
    void discard();
    void save();
    void saved(int before);

    DurationEdit *m_largest;
    FormField *m_largestField;
    SaveRow *m_saving;
    TextLabel *m_factsTitle;
    KeyValueList *m_facts;
    TopicSettings m_reference; ///< As it is saved.
    bool m_known = false;
};

} // namespace Signalbox
