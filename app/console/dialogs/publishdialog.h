// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/workspace.h"
#include "protocol/topic.h"
#include "widgets/keyvaluelist.h"

class QComboBox;

namespace Signalbox {

class BodyForm;
class CopiesForm;
class FormField;
class GroupField;
class MessageAttributesForm;
class PropertyTable;
class SendingLine;
class TagField;

/// Publishes a message to a topic, or many copies of one, and says before who will get it and who
/// will not.
class PublishDialog : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PublishDialog)

public:
    PublishDialog(const Workspace &workspace, const QString &topicName, QWidget *window);
    ~PublishDialog() override;

protected:
    void submit() override;
    void retranslate() override;

private:
    void layOut();
    [[nodiscard]] QWidget *buildOptions();
    void useTopic();
    void showReceivers();
    void showBody();
    void showCopies();
    void publishOne();
    void publishCopies();
    /// The first field that is wrong, or null.
    [[nodiscard]] QWidget *wrongField();
    /// The first copy.
    [[nodiscard]] PublishedMessage message() const;

    Workspace m_workspace;
    QComboBox *m_topic;
    FormField *m_topicField;
    BodyForm *m_body;
    TagField *m_tag;
    GroupField *m_group;
    MessageAttributesForm *m_attributes;
    PropertyTable *m_properties;
    TextLabel *m_receiversTitle;
    TextLabel *m_nobody;
    KeyValueList *m_receivers;
    CopiesForm *m_copies;
    SendingLine *m_sending;
};

} // namespace Signalbox
