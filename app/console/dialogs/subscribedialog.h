// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/dialogs/formdialog.h"
#include "console/workspace.h"

#include <optional>

class QComboBox;
class QSpinBox;

namespace Signalbox {

class Button;
class EndpointForm;
class FormField;
class NameField;
class QueueChoice;
class TagField;
class TextLabel;

/// Asks where a topic's messages shall go and how, and subscribes; or changes a subscription, whose
/// endpoint and content stay as they are. An HTTP endpoint can be tried before.
class SubscribeDialog : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SubscribeDialog)

public:
    SubscribeDialog(const Workspace &workspace, const QString &topicName, QWidget *window);
    SubscribeDialog(const Workspace &workspace, const QString &topicName,
                    const Admin::Subscription &edited, QWidget *window);
    ~SubscribeDialog() override;

protected:
    void submit() override;
    void retranslate() override;

private:
    SubscribeDialog(const Workspace &workspace, const QString &topicName,
                    const std::optional<Admin::Subscription> &edited, QWidget *window);
    void buildFields();
    void layOut();
    void connectFields();
    void showSettings(const SubscriptionSettings &settings);
    void showWhatFits();
    /// What a new subscription says, or what differs from the one that is edited.
    [[nodiscard]] SubscriptionPatch patch() const;
    [[nodiscard]] SubscriptionSettings settings() const;
    [[nodiscard]] QString endpoint() const;
    void test();
    void showAnswer(const Result<Admin::Attempt> &reply);
    void subscribe();
    void change();

    Workspace m_workspace;
    QString m_topicName;
    std::optional<Admin::Subscription> m_edited;
    NameField *m_name;
    EndpointForm *m_endpoint;
    QComboBox *m_format;
    FormField *m_formatField;
    TagField *m_tag;
    QComboBox *m_strategy;
    FormField *m_strategyField;
    QueueChoice *m_deadLetters;
    FormField *m_deadLettersField;
    QSpinBox *m_rate;
    FormField *m_rateField;
    Button *m_test;
    TextLabel *m_answer;
};

} // namespace Signalbox
