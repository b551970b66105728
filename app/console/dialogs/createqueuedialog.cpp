// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/createqueuedialog.h"

#include "console/brokerconnection.h"
#include "console/notices.h"
#include "console/onreply.h"
#include "core/limits.h"
#include "protocol/queuexml.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/durationedit.h"
#include "widgets/format.h"
#include "widgets/formfield.h"
#include "widgets/metrics.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QRegularExpression>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

enum LoggingChoice { Off, On };

constexpr int kColumns = 3;
constexpr int kRequestHeight = 200;

/// \a name with everything a queue's name cannot hold taken out or replaced.
QString suggestedName(const QString &name)
{
    static const QRegularExpression foreign(u"[^A-Za-z0-9]+"_s);
    static const QRegularExpression edges(u"^-+|-+$"_s);
    QString text = name;
    return text.replace(foreign, u"-"_s).remove(edges).left(Limits::kMaxQueueNameLength);
}

} // namespace

CreateQueueDialog::CreateQueueDialog(const Workspace &workspace, QWidget *window)
    : FormDialog(Metrics::kDialogMedium, {}, window)
    , m_workspace(workspace)
    , m_name(new QLineEdit(this))
    , m_nameField(new FormField({}, m_name, this))
    , m_logging(new QComboBox(this))
    , m_loggingField(new FormField({}, m_logging, this))
    , m_showRequest(new Button({}, ButtonKind::Ghost, u"code-xml"_s, this))
    , m_reset(new Button({}, ButtonKind::Ghost, u"rotate-ccw"_s, this))
    , m_request(new CodeEdit(this))
{
    buildName();
    buildAttributes();
    m_request->setReadOnly(true);
    m_request->setFixedHeight(Theme::current().px(kRequestHeight));
    m_request->hide();
    fields()->addWidget(m_request);

    m_showRequest->setCheckable(true);
    m_showRequest->setAutoDefault(false);
    m_reset->setAutoDefault(false);
    addSecondary(m_showRequest);
    addSecondary(m_reset);
    connect(m_showRequest, &QPushButton::toggled, this, &CreateQueueDialog::showRequest);
    connect(m_reset, &QPushButton::clicked, this, &CreateQueueDialog::resetToDefaults);
    retranslate();
    resetToDefaults();
    m_name->setFocus();
}

CreateQueueDialog::~CreateQueueDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

void CreateQueueDialog::buildName()
{
    fields()->addWidget(m_nameField);
    connect(m_name, &QLineEdit::editingFinished, this, &CreateQueueDialog::checkName);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        m_nameField->setProblem({});
        showRequest();
    });
    connect(m_nameField, &FormField::fixRequested, this, [this](const QString &fix) {
        m_name->setText(fix);
        checkName();
        m_name->setFocus();
    });
}

void CreateQueueDialog::buildAttributes()
{
    const auto duration = [this](const Limits::SecondsRange &range) {
        auto *edit = new DurationEdit(this);
        edit->setRange(range.min, range.max);
        return edit;
    };
    addField(Visibility, duration(Limits::kVisibilityTimeout),
             Limits::kVisibilityTimeout.fallback.count());
    addField(Delay, duration(Limits::kDelay), Limits::kDelay.fallback.count());
    addField(LongPoll, duration(Limits::kPollingWait), Limits::kPollingWait.fallback.count());
    addField(Retention, duration(Limits::kRetention), Limits::kRetention.fallback.count());
    auto *bytes = new DurationEdit(DurationEdit::Kind::Bytes, this);
    bytes->setRange(qint64(Limits::kMinMaximumMessageSizeBytes),
                    qint64(Limits::kMaxMaximumMessageSizeBytes));
    addField(LargestMessage, bytes, Limits::kMaxMaximumMessageSizeBytes);
    m_logging->addItems({QString(), QString()});
    connect(m_logging, &QComboBox::currentIndexChanged, this, [this](int choice) {
        m_loggingField->setChanged(choice == On);
        showRequest();
    });

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Metrics::kSpaceLg);
    grid->setVerticalSpacing(Metrics::kSpaceMd);
    for (int i = 0; i < AttributeCount; ++i)
        grid->addWidget(m_fields.at(std::size_t(i)).frame, i / kColumns, i % kColumns);
    grid->addWidget(m_loggingField, AttributeCount / kColumns, AttributeCount % kColumns);
    for (int place = 0; place < kColumns; ++place)
        grid->setColumnStretch(place, 1);
    fields()->addLayout(grid);
}

void CreateQueueDialog::addField(Attribute attribute, DurationEdit *edit, qint64 fallback)
{
    m_fields.at(std::size_t(attribute)) = {new FormField({}, edit, this), edit, fallback};
    connect(edit, &DurationEdit::amountChanged, this, [this, attribute] {
        showField(attribute);
        showRequest();
    });
    connect(edit, &DurationEdit::editingFinished, this,
            [this, attribute] { showField(attribute); });
}

void CreateQueueDialog::showField(Attribute attribute)
{
    const Field &field = m_fields.at(std::size_t(attribute));
    const std::optional<qint64> amount = field.edit->amount();
    const QString fallback = field.fallback == 0 ? tr("0 s")
        : attribute == LargestMessage            ? Format::bytes(field.fallback)
                                      : Format::age(std::chrono::seconds(field.fallback));
    //: %1 is a range such as "1 s to 12 h.", %2 the default value.
    field.frame->setHint(tr("%1 Default %2.").arg(field.edit->rangeText(), fallback));
    field.frame->setChanged(amount && *amount != field.fallback);
    field.frame->setProblem(field.edit->problem());
}

void CreateQueueDialog::checkName()
{
    const QString name = m_name->text();
    if (name.isEmpty() || checkQueueName(name))
        m_nameField->setProblem({});
    else
        m_nameField->setProblem(tr("Letters, digits and hyphens only, first a letter or a digit."),
                                suggestedName(name));
    showRequest();
}

QueueSettingsPatch CreateQueueDialog::attributes() const
{
    const auto changed = [this](Attribute attribute) -> std::optional<qint64> {
        const Field &field = m_fields.at(std::size_t(attribute));
        const std::optional<qint64> amount = field.edit->amount();
        return amount && *amount != field.fallback ? amount : std::nullopt;
    };
    const auto seconds = [&](Attribute attribute) -> std::optional<std::chrono::seconds> {
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
    if (m_logging->currentIndex() == On)
        patch.loggingEnabled = true;
    return patch;
}

QWidget *CreateQueueDialog::wrongField() const
{
    if (!checkQueueName(m_name->text()))
        return m_name;
    for (const Field &field : m_fields) {
        if (!field.edit->amount())
            return field.edit;
    }
    return nullptr;
}

void CreateQueueDialog::showRequest()
{
    const bool shown = m_showRequest->isChecked();
    m_request->setVisible(shown);
    if (shown) {
        m_request->setCode(
            u"PUT /queues/%1 HTTP/1.1\nContent-Type: text/xml\nx-mns-version: 2015-06-06\n\n%2"_s
                .arg(m_name->text(), QString::fromUtf8(writeQueueSettings(attributes()))),
            CodeLanguage::Xml);
    }
    if (isVisible())
        adjustSize();
}

void CreateQueueDialog::resetToDefaults()
{
    for (int i = 0; i < AttributeCount; ++i) {
        const Field &field = m_fields.at(std::size_t(i));
        field.edit->setAmount(field.fallback);
        showField(Attribute(i));
    }
    m_logging->setCurrentIndex(Off);
    showRequest();
}

void CreateQueueDialog::submit()
{
    checkName();
    if (m_name->text().isEmpty())
        m_nameField->setProblem(tr("A queue needs a name."));
    if (QWidget *wrong = wrongField())
        return wrong->setFocus();
    showProblem({});
    primary()->setBusy(true);
    onReply(m_workspace.connection.mns().createQueue(m_name->text(), attributes()), this,
            [this](const Result<MnsClient::Created> &reply) {
                primary()->setBusy(false);
                if (!reply)
                    return showProblem(errorText(reply.error()));
                if (*reply == MnsClient::Created::AlreadyThere)
                    return showProblem(
                        tr("A queue of this name with the same attributes is there already."));
                emit created(m_name->text());
                accept();
            });
}

void CreateQueueDialog::retranslate()
{
    setHeading(u"inbox"_s, tr("Create queue"),
               tr("Values marked with a dot differ from the default."));
    m_nameField->setLabel(tr("Name"));
    m_fields.at(Visibility).frame->setLabel(tr("Visibility timeout"));
    m_fields.at(Delay).frame->setLabel(tr("Delay"));
    m_fields.at(LongPoll).frame->setLabel(tr("Long poll"));
    m_fields.at(Retention).frame->setLabel(tr("Retention"));
    m_fields.at(LargestMessage).frame->setLabel(tr("Largest message"));
    m_loggingField->setLabel(tr("Logging"));
    m_loggingField->setHint(tr("Stored for the cloud."));
    m_logging->setItemText(Off, tr("Off"));
    m_logging->setItemText(On, tr("On"));
    m_showRequest->setText(tr("Show request"));
    m_reset->setText(tr("Reset to defaults"));
    m_request->setAccessibleName(tr("Request"));
    primary()->setText(tr("Create queue"));
    for (int i = 0; i < AttributeCount; ++i)
        showField(Attribute(i));
}

} // namespace Signalbox
