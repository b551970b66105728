// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topicattributestab.h"

#include "console/brokerconnection.h"
#include "console/errortext.h"
#include "console/onreply.h"
#include "console/panels/savedattributes.h"
#include "console/panels/saverow.h"
#include "core/limits.h"
#include "widgets/card.h"
#include "widgets/durationedit.h"
#include "widgets/format.h"
#include "widgets/formfield.h"
#include "widgets/keyvaluelist.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/scaledsize.h"

#include <QDateTime>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFormWidth = 420;

} // namespace

TopicAttributesTab::TopicAttributesTab(const Workspace &workspace, const QString &topicName,
                                       QWidget *parent)
    : TopicTab(workspace, topicName, parent)
    , m_largest(new DurationEdit(DurationEdit::Kind::Bytes, this))
    , m_largestField(new FormField({}, m_largest, this))
    , m_saving(new SaveRow(this))
    , m_factsTitle(new TextLabel(TextRole::CardTitle, {}, this))
    , m_facts(new KeyValueList(this))
{
    build();
    connect(m_largest, &DurationEdit::amountChanged, this, &TopicAttributesTab::showChanges);
    connect(m_largest, &DurationEdit::editingFinished, this, &TopicAttributesTab::showChanges);
    connect(m_saving, &SaveRow::saveRequested, this, &TopicAttributesTab::save);
    connect(m_saving, &SaveRow::discardRequested, this, &TopicAttributesTab::discard);
    connect(&workspace.connection.topicFeed(), &Feed::updated, this,
            &TopicAttributesTab::takeSaved);
    takeSaved();
    retranslate();
}

TopicAttributesTab::~TopicAttributesTab()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

void TopicAttributesTab::build()
{
    m_largest->setRange(Limits::kMinMaximumMessageSizeBytes, Limits::kMaxMaximumMessageSizeBytes);
    auto *page = new QWidget(this);
    keepScaled(*page, &QWidget::setFixedWidth, kFormWidth);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(Metrics::kPageMargin, Metrics::kSpaceLg, 0, Metrics::kPageMargin);
    column->setSpacing(Metrics::kSpaceLg);
    column->addWidget(m_largestField);
    column->addWidget(m_saving);
    column->addWidget(new Hairline(Qt::Horizontal, page));
    column->addWidget(m_factsTitle);
    column->addWidget(m_facts);
    column->addStretch();
    auto *all = new QHBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(page);
    all->addStretch();
}

void TopicAttributesTab::takeSaved()
{
    const Admin::Topic *shown = topic();
    if (!shown)
        return;
    showFacts();
    const bool isEdited = m_known && m_largest->amount() != m_reference.maximumMessageSizeBytes;
    m_reference = shown->settings;
    m_known = true;
    if (!isEdited && !m_saving->isBusy())
        discard();
    showChanges();
}

void TopicAttributesTab::discard()
{
    m_largest->setAmount(m_reference.maximumMessageSizeBytes);
    showChanges();
}

void TopicAttributesTab::showChanges()
{
    const bool changed = m_largest->amount() != m_reference.maximumMessageSizeBytes;
    m_largestField->setChanged(changed);
    m_largestField->setProblem(m_largest->problem());
    m_saving->showChanges(changed ? 1 : 0, false);
}

void TopicAttributesTab::showFacts()
{
    const Admin::Topic *shown = topic();
    if (!shown)
        return;
    const QDateTime now =
        QDateTime::fromMSecsSinceEpoch(workspace().connection.status().brokerNowMs());
    const auto time = [&now](qint64 ms) {
        return Format::time(QDateTime::fromMSecsSinceEpoch(ms), now);
    };
    m_facts->setRows({KeyValue{tr("Created"), time(shown->createdAtMs)},
                      KeyValue{tr("Changed"), time(shown->modifiedAtMs)},
                      KeyValue{tr("Published, 1 h"), Format::count(shown->publishedLastHour)},
                      KeyValue{tr("Retention"), tr("1 d, fixed by MNS")}});
}

void TopicAttributesTab::save()
{
    const std::optional<qint64> bytes = m_largest->amount();
    if (!bytes)
        return m_largest->setFocus();
    TopicSettingsPatch changes;
    changes.maximumMessageSizeBytes = int(*bytes);
    const int before = m_reference.maximumMessageSizeBytes;
    m_saving->setBusy(true);
    onReply(workspace().connection.mns().setTopicAttributes(topicName(), changes), this,
            [this, before, bytes](const Result<void> &reply) {
                m_saving->setBusy(false);
                if (!reply)
                    return m_saving->showProblem(changeErrorText(reply.error()));
                m_reference.maximumMessageSizeBytes = int(*bytes);
                saved(before);
            });
}

void TopicAttributesTab::saved(int before)
{
    showChanges();
    const QString name = topicName();
    tellAttributesSaved(
        workspace(), name, [name] { return tr("Saved the change to %1.").arg(name); },
        [name, before](MnsClient &mns) {
            TopicSettingsPatch back;
            back.maximumMessageSizeBytes = before;
            return mns.setTopicAttributes(name, back);
        });
}

bool TopicAttributesTab::stepBack()
{
    if (m_largest->amount() == m_reference.maximumMessageSizeBytes)
        return false;
    discard();
    return true;
}

QList<QWidget *> TopicAttributesTab::regions()
{
    return {m_largest, m_saving};
}

void TopicAttributesTab::takeFocus()
{
    m_largest->setFocus();
}

void TopicAttributesTab::retranslate()
{
    m_largestField->setLabel(tr("Largest message"));
    m_largestField->setHint(m_largest->rangeText());
    m_factsTitle->setText(tr("About this topic"));
    showChanges();
    showFacts();
}

} // namespace Signalbox
