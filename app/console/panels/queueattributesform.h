// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/queue.h"

#include <QWidget>

#include <array>

class QComboBox;
class QSpinBox;

namespace Signalbox {

class DurationEdit;
class FormField;
class QueueChoice;
class QueueListModel;

/// The attributes of a queue in a grid, each with its range and default below it and a dot where it
/// differs from what it is compared with: the defaults, or what is saved.
class QueueAttributesForm : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueAttributesForm)

public:
    /// Dead letters can go to \a queues but the one named \a queueName.
    QueueAttributesForm(const QueueListModel &queues, const QString &queueName,
                        QWidget *parent = nullptr);

    /// What the fields are compared with; the defaults unless set. The fields stay as they are.
    void setReference(const QueueSettings &reference);
    [[nodiscard]] const QueueSettings &reference() const { return m_reference; }
    /// Dead letters go to queues of this type only.
    void setType(QueueType type);
    /// Puts every field to the reference.
    void reset();

    /// What differs from the reference, as far as it is right.
    [[nodiscard]] QueueSettingsPatch changes() const;
    [[nodiscard]] int changeCount() const;
    /// The first field that is wrong, or null.
    [[nodiscard]] QWidget *wrongField() const;
    [[nodiscard]] QWidget *firstField() const;

signals:
    /// A value changed.
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Attribute { Visibility, Delay, LongPoll, Retention, LargestMessage, AttributeCount };

    struct Field
    {
        FormField *frame = nullptr;
        DurationEdit *edit = nullptr;
    };

    void addField(Attribute attribute, DurationEdit *edit);
    void buildDeadLetters();
    void showDeadLetters();
    [[nodiscard]] DeadLetterPolicy deadLetters() const;
    void showField(Attribute attribute);
    void showAll();
    void retranslate();
    [[nodiscard]] std::optional<qint64> changed(Attribute attribute) const;
    [[nodiscard]] static qint64 amountOf(Attribute attribute, const QueueSettings &settings);

    QueueSettings m_reference;
    std::array<Field, AttributeCount> m_fields;
    QComboBox *m_logging = nullptr;
    FormField *m_loggingField = nullptr;
    QueueChoice *m_deadLetters;
    FormField *m_deadLettersField;
    QSpinBox *m_maxReceives;
    FormField *m_maxReceivesField;
};

} // namespace Signalbox
