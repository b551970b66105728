// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queueattributesform.h"

#include "console/dialogs/queuechoice.h"
#include "core/limits.h"
#include "widgets/durationedit.h"
#include "widgets/format.h"
#include "widgets/formfield.h"
#include "widgets/metrics.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QSpinBox>

namespace Signalbox {

namespace {

enum LoggingChoice { Off, On };

constexpr int kColumns = 3;
constexpr int kUsualReceives = 5; ///< Offered before a dead-letter queue is chosen.

DurationEdit *durationEdit(const Limits::SecondsRange &range, QWidget *parent)
{
    auto *edit = new DurationEdit(parent);
    edit->setRange(range.min, range.max);
    return edit;
}

} // namespace

QueueAttributesForm::QueueAttributesForm(const QueueListModel &queues, const QString &queueName,
                                         QWidget *parent)
    : QWidget(parent)
    , m_deadLetters(new QueueChoice(queues, QueueChoice::Empty::Allowed, queueName, this))
    , m_deadLettersField(new FormField({}, m_deadLetters, this))
    , m_maxReceives(new QSpinBox(this))
    , m_maxReceivesField(new FormField({}, m_maxReceives, this))
{
    addField(Visibility, durationEdit(Limits::kVisibilityTimeout, this));
    addField(Delay, durationEdit(Limits::kDelay, this));
    addField(LongPoll, durationEdit(Limits::kPollingWait, this));
    addField(Retention, durationEdit(Limits::kRetention, this));
    auto *bytes = new DurationEdit(DurationEdit::Kind::Bytes, this);
    bytes->setRange(qint64(Limits::kMinMaximumMessageSizeBytes),
                    qint64(Limits::kMaxMaximumMessageSizeBytes));
    addField(LargestMessage, bytes);
    m_logging = new QComboBox(this);
    m_loggingField = new FormField({}, m_logging, this);
    m_logging->addItems({QString(), QString()});
    connect(m_logging, &QComboBox::currentIndexChanged, this, [this] {
        showAll();
        emit edited();
    });

    buildDeadLetters();

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Metrics::kSpaceLg);
    grid->setVerticalSpacing(Metrics::kSpaceMd);
    for (int i = 0; i < AttributeCount; ++i)
        grid->addWidget(m_fields.at(std::size_t(i)).frame, i / kColumns, i % kColumns);
    grid->addWidget(m_loggingField, AttributeCount / kColumns, AttributeCount % kColumns);
    const int lastRow = AttributeCount / kColumns + 1;
    grid->addWidget(m_deadLettersField, lastRow, 0, 1, 2);
    grid->addWidget(m_maxReceivesField, lastRow, 2);
    setTabOrder(m_logging, m_deadLetters);
    setTabOrder(m_deadLetters, m_maxReceives);
    for (int place = 0; place < kColumns; ++place)
        grid->setColumnStretch(place, 1);
    retranslate();
    reset();
}

void QueueAttributesForm::addField(Attribute attribute, DurationEdit *edit)
{
    m_fields.at(std::size_t(attribute)) = {new FormField({}, edit, this), edit};
    connect(edit, &DurationEdit::amountChanged, this, [this, attribute] {
        showField(attribute);
        emit edited();
    });
    connect(edit, &DurationEdit::editingFinished, this, [this, attribute] {
        showField(attribute);
        emit edited();
    });
}

void QueueAttributesForm::buildDeadLetters()
{
    m_maxReceives->setRange(Limits::kMinMaxReceiveCount, Limits::kMaxMaxReceiveCount);
    connect(m_deadLetters, &QComboBox::currentTextChanged, this, [this] {
        showDeadLetters();
        emit edited();
    });
    connect(m_maxReceives, &QSpinBox::valueChanged, this, [this] {
        showDeadLetters();
        emit edited();
    });
}

DeadLetterPolicy QueueAttributesForm::deadLetters() const
{
    const QString target = m_deadLetters->queueName();
    return target.isEmpty() ? DeadLetterPolicy() : DeadLetterPolicy{target, m_maxReceives->value()};
}

void QueueAttributesForm::showDeadLetters()
{
    const DeadLetterPolicy policy = deadLetters();
    const DeadLetterPolicy &saved = m_reference.deadLetters;
    m_maxReceives->setEnabled(!policy.targetQueue.isEmpty());
    m_deadLettersField->setChanged(policy.targetQueue != saved.targetQueue);
    m_maxReceivesField->setChanged(policy.maxReceiveCount != saved.maxReceiveCount);
    m_deadLettersField->setProblem(policy.targetQueue.isEmpty()
                                           || checkQueueName(policy.targetQueue)
                                       ? QString()
                                       : tr("No queue can have this name."));
    m_deadLettersField->setHint(
        policy.targetQueue.isEmpty() || m_deadLetters->isKnown()
            ? tr("For messages that were received too often. Empty: they stay.")
            : tr("No such queue of this type is known: without it messages stay."));
}

qint64 QueueAttributesForm::amountOf(Attribute attribute, const QueueSettings &settings)
{
    switch (attribute) {
    case Visibility:
        return settings.visibilityTimeout.count();
    case Delay:
        return settings.delay.count();
    case LongPoll:
        return settings.pollingWait.count();
    case Retention:
        return settings.retention.count();
    case LargestMessage:
    case AttributeCount:
        break;
    }
    return settings.maximumMessageSizeBytes;
}

void QueueAttributesForm::setReference(const QueueSettings &reference)
{
    m_reference = reference;
    setType(reference.type);
    showAll();
}

void QueueAttributesForm::setType(QueueType type)
{
    m_deadLetters->offerOnly(type);
    showDeadLetters();
}

void QueueAttributesForm::reset()
{
    for (int i = 0; i < AttributeCount; ++i)
        m_fields.at(std::size_t(i)).edit->setAmount(amountOf(Attribute(i), m_reference));
    m_logging->setCurrentIndex(m_reference.loggingEnabled ? On : Off);
    const DeadLetterPolicy &policy = m_reference.deadLetters;
    m_maxReceives->setValue(policy.targetQueue.isEmpty() ? kUsualReceives : policy.maxReceiveCount);
    m_deadLetters->setCurrentText(policy.targetQueue);
    showAll();
    emit edited();
}

void QueueAttributesForm::showField(Attribute attribute)
{
    const Field &field = m_fields.at(std::size_t(attribute));
    const qint64 amount = amountOf(attribute, QueueSettings());
    const QString fallback = amount == 0 ? tr("0 s")
        : attribute == LargestMessage    ? Format::bytes(amount)
                                         : Format::age(std::chrono::seconds(amount));
    //: %1 is a range such as "1 s to 12 h.", %2 the default value.
    field.frame->setHint(tr("%1 Default %2.").arg(field.edit->rangeText(), fallback));
    field.frame->setChanged(changed(attribute).has_value());
    field.frame->setProblem(field.edit->problem());
}

void QueueAttributesForm::showAll()
{
    for (int i = 0; i < AttributeCount; ++i)
        showField(Attribute(i));
    m_loggingField->setChanged((m_logging->currentIndex() == On) != m_reference.loggingEnabled);
    showDeadLetters();
}

std::optional<qint64> QueueAttributesForm::changed(Attribute attribute) const
{
    const std::optional<qint64> amount = m_fields.at(std::size_t(attribute)).edit->amount();
    return amount && *amount != amountOf(attribute, m_reference) ? amount : std::nullopt;
}

QueueSettingsPatch QueueAttributesForm::changes() const
{
    const auto seconds = [this](Attribute attribute) -> std::optional<std::chrono::seconds> {
        const std::optional<qint64> amount = changed(attribute);
        return amount ? std::optional(std::chrono::seconds(*amount)) : std::nullopt;
    };
    QueueSettingsPatch patch;
    patch.visibilityTimeout = seconds(Visibility);
    patch.delay = seconds(Delay);
    patch.pollingWait = seconds(LongPoll);
    patch.retention = seconds(Retention);
    if (const std::optional<qint64> bytes = changed(LargestMessage))
        patch.maximumMessageSizeBytes = int(*bytes);
    const bool logging = m_logging->currentIndex() == On;
    if (logging != m_reference.loggingEnabled)
        patch.loggingEnabled = logging;
    if (const DeadLetterPolicy policy = deadLetters(); policy != m_reference.deadLetters)
        patch.deadLetters = policy;
    return patch;
}

int QueueAttributesForm::changeCount() const
{
    int count = (m_logging->currentIndex() == On) != m_reference.loggingEnabled;
    count += deadLetters() != m_reference.deadLetters;
    for (int i = 0; i < AttributeCount; ++i)
        count += changed(Attribute(i)).has_value();
    return count;
}

QWidget *QueueAttributesForm::wrongField() const
{
    for (const Field &field : m_fields) {
        if (!field.edit->amount())
            return field.edit;
    }
    if (!m_deadLettersField->problem().isEmpty())
        return m_deadLetters;
    return nullptr;
}

QWidget *QueueAttributesForm::firstField() const
{
    return m_fields.front().edit;
}

void QueueAttributesForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void QueueAttributesForm::retranslate()
{
    m_fields.at(Visibility).frame->setLabel(tr("Visibility timeout"));
    m_fields.at(Delay).frame->setLabel(tr("Delay"));
    m_fields.at(LongPoll).frame->setLabel(tr("Long poll"));
    m_fields.at(Retention).frame->setLabel(tr("Retention"));
    m_fields.at(LargestMessage).frame->setLabel(tr("Largest message"));
    m_loggingField->setLabel(tr("Logging"));
    m_loggingField->setHint(tr("Stored for the cloud."));
    m_deadLettersField->setLabel(tr("Dead letters to queue"));
    m_maxReceivesField->setLabel(tr("After receives"));
    m_maxReceivesField->setHint(tr("1 to %1.").arg(Limits::kMaxMaxReceiveCount));
    m_logging->setItemText(Off, tr("Off"));
    m_logging->setItemText(On, tr("On"));
    showAll();
}

} // namespace Signalbox
