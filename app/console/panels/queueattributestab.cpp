// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/queueattributestab.h"

#include "console/brokerconnection.h"
#include "console/errortext.h"
#include "console/onreply.h"
#include "console/panels/queueattributesform.h"
#include "console/panels/savedattributes.h"
#include "console/panels/saverow.h"
#include "widgets/card.h"
#include "widgets/format.h"
#include "widgets/keyvaluelist.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/scaledsize.h"
#include "widgets/scrollpage.h"

#include <QDateTime>
#include <QPointer>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

constexpr int kFormWidth = 720;
constexpr int kOldAnswers = 2; ///< That may still come when a change was saved.

/// What brings the attributes that \a changes set back to \a before.
QueueSettingsPatch inverse(const QueueSettingsPatch &changes, const QueueSettings &before)
{
    QueueSettingsPatch back;
    if (changes.delay)
        back.delay = before.delay;
    if (changes.maximumMessageSizeBytes)
        back.maximumMessageSizeBytes = before.maximumMessageSizeBytes;
    if (changes.retention)
        back.retention = before.retention;
    if (changes.visibilityTimeout)
        back.visibilityTimeout = before.visibilityTimeout;
    if (changes.pollingWait)
        back.pollingWait = before.pollingWait;
    if (changes.loggingEnabled)
        back.loggingEnabled = before.loggingEnabled;
    if (changes.deadLetters)
        back.deadLetters = before.deadLetters;
    return back;
}

} // namespace

QueueAttributesTab::QueueAttributesTab(const Workspace &workspace, const QString &queueName,
                                       QWidget *parent)
    : QueueTab(workspace, queueName, parent)
    , m_form(new QueueAttributesForm(workspace.connection.queues(), queueName, this))
    , m_saving(new SaveRow(this))
    , m_intro(new TextLabel(TextRole::Body, Token::Text2, {}, this))
    , m_factsTitle(new TextLabel(TextRole::CardTitle, {}, this))
    , m_facts(new KeyValueList(this))
{
    build();
    connect(m_form, &QueueAttributesForm::edited, this, &QueueAttributesTab::showChanges);
    connect(m_saving, &SaveRow::saveRequested, this, &QueueAttributesTab::save);
    connect(m_saving, &SaveRow::discardRequested, m_form, &QueueAttributesForm::reset);
    connect(&workspace.connection.queueFeed(), &Feed::updated, this,
            &QueueAttributesTab::takeSaved);
    takeSaved();
    retranslate();
}

QueueAttributesTab::~QueueAttributesTab()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

void QueueAttributesTab::build()
{
    auto *page = new QWidget;
    keepScaled(*page, &QWidget::setMaximumWidth, kFormWidth);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceLg);
    column->addWidget(m_intro);
    column->addWidget(m_form);
    column->addWidget(m_saving);
    column->addWidget(new Hairline(Qt::Horizontal, page));
    column->addWidget(m_factsTitle);
    column->addWidget(m_facts);
    column->addStretch();

    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceLg, Metrics::kPageMargin,
                            Metrics::kPageMargin);
    row->addWidget(page, 1);
    row->addStretch();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(new ScrollPage(content, this));
}

void QueueAttributesTab::takeSaved()
{
    const Admin::QueueRow *row = queue();
    if (!row)
        return;
    showFacts();
    if (m_known && row->settings == m_form->reference())
        return;
    if (m_oldAnswers > 0 && row->settings == m_before) {
        --m_oldAnswers; // asked before it was saved
        return;
    }
    const bool edited = m_known && (m_form->changeCount() > 0 || m_form->wrongField());
    m_known = true;
    m_form->setReference(row->settings);
    if (!edited)
        m_form->reset();
    showChanges();
}

void QueueAttributesTab::showChanges()
{
    m_saving->showChanges(m_form->changeCount(), m_form->wrongField() != nullptr);
}

void QueueAttributesTab::showFacts()
{
    const Admin::QueueRow *row = queue();
    if (!row)
        return;
    const QDateTime now =
        QDateTime::fromMSecsSinceEpoch(workspace().connection.status().brokerNowMs());
    const auto time = [&now](qint64 ms) {
        return Format::time(QDateTime::fromMSecsSinceEpoch(ms), now);
    };
    KeyValue created{tr("Created"), time(row->createdAtMs)};
    KeyValue changed{tr("Changed"), time(row->modifiedAtMs)};
    KeyValue type{tr("Type"), row->settings.isFifo() ? tr("FIFO") : tr("Normal")};
    KeyValue messages{tr("Messages"), Format::count(row->counts.total())};
    KeyValue bodies{tr("Bodies"), Format::bytes(row->bodyBytes)};
    m_facts->setRows({type, created, changed, messages, bodies});
}

void QueueAttributesTab::save()
{
    if (QWidget *wrong = m_form->wrongField())
        return wrong->setFocus();
    const QueueSettingsPatch changes = m_form->changes();
    const QueueSettings before = m_form->reference();
    const int count = m_form->changeCount();
    m_saving->showProblem({});
    m_saving->setBusy(true);
    onReply(workspace().connection.mns().setQueueAttributes(queueName(), changes), this,
            [this, before, changes, count](const Result<void> &reply) {
                m_saving->setBusy(false);
                if (!reply)
                    return m_saving->showProblem(changeErrorText(reply.error()));
                saved(before, changes, count);
            });
}

void QueueAttributesTab::saved(const QueueSettings &before, const QueueSettingsPatch &changes,
                               int count)
{
    m_before = before;
    m_oldAnswers = kOldAnswers;
    m_form->setReference(changes.appliedTo(before));
    showChanges();
    const QString name = queueName();
    tellAttributesSaved(
        workspace(), name,
        [name, count] { return tr("Saved %Ln change(s) to %1.", nullptr, count).arg(name); },
        [name, back = inverse(changes, before)](MnsClient &mns) {
            return mns.setQueueAttributes(name, back);
        });
}

void QueueAttributesTab::refresh()
{
    takeSaved();
}

bool QueueAttributesTab::stepBack()
{
    if (m_form->changeCount() == 0)
        return false;
    m_form->reset();
    return true;
}

QList<QWidget *> QueueAttributesTab::regions()
{
    return {m_form->firstField(), m_saving};
}

void QueueAttributesTab::takeFocus()
{
    m_form->firstField()->setFocus();
}

void QueueAttributesTab::retranslate()
{
    m_intro->setText(tr("A dot marks what differs from what is saved. Changes hold for messages "
                        "sent or received from then on."));
    m_factsTitle->setText(tr("About this queue"));
    showChanges();
    showFacts();
}

} // namespace Signalbox
