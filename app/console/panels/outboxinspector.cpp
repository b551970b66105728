// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/outboxinspector.h"

#include "console/models/outboxlistmodel.h"
#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/codeedit.h"
#include "widgets/keyvaluelist.h"
#include "widgets/metrics.h"
#include "widgets/tabstrip.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastHeight = 220;

/// Shows HTML and loads nothing: no picture, no style sheet, no file.
class SealedBrowser : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

OutboxInspector::OutboxInspector(QWidget *parent)
    : Inspector(parent)
    , m_facts(new KeyValueList(this))
    , m_parts(new TabStrip(this))
    , m_pages(new QStackedWidget(this))
    , m_preview(new SealedBrowser(m_pages))
    , m_text(new CodeEdit(m_pages))
    , m_send(new Button({}, ButtonKind::Default, u"send"_s, this))
    , m_save(new Button({}, ButtonKind::Default, u"download"_s, this))
    , m_delete(new Button({}, ButtonKind::Default, u"trash-2"_s, this))
{
    for (int part = 0; part < PartCount; ++part)
        m_parts->addTab({});
    m_preview->setOpenLinks(false);
    m_preview->setMinimumHeight(Theme::current().px(kLeastHeight));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_pages->addWidget(m_preview);
    m_pages->addWidget(m_text);
    body()->addWidget(m_facts);
    body()->addWidget(new Hairline(Qt::Horizontal, this));
    auto *parts = new QHBoxLayout;
    parts->setContentsMargins(-TabStrip::kInset, 0, 0, 0);
    parts->addWidget(m_parts);
    body()->addLayout(parts);
    body()->addWidget(m_pages, 1);
    addFooterButton(m_send);
    addFooterButton(m_save);
    addFooterButton(m_delete, true);
    connect(m_facts, &KeyValueList::copied, this, &OutboxInspector::copied);
    connect(m_parts, &QTabBar::currentChanged, this, &OutboxInspector::showPart);
    connect(m_save, &QPushButton::clicked, this, &OutboxInspector::saveRequested);
    connect(m_send, &QPushButton::clicked, this, &OutboxInspector::sendRequested);
    connect(m_delete, &QPushButton::clicked, this, &OutboxInspector::deleteRequested);
    languageChanged();
}

void OutboxInspector::setSending(bool sending)
{
    m_send->setBusy(sending);
}

void OutboxInspector::showItem(const OutboxItem &item, const QString &obstacle)
{
    m_item = item;
    m_obstacle = obstacle;
    m_send->setDisabledReason(obstacle);
    setTitle(item.subject());
    showFacts();
    m_parts->setTabVisible(Raw, item.isMail());
    m_save->setDisabledReason(item.isMail() ? QString()
                                            : tr("Only mail can be saved as a mail file."));
    showPart();
}

void OutboxInspector::showFacts()
{
    QList<KeyValue> facts;
    if (!m_item.sender().isEmpty())
        facts.append(KeyValue{tr("From"), m_item.sender()});
    facts.append(
        KeyValue{tr("To"), m_item.recipient.isEmpty() ? tr("nobody named") : m_item.recipient});
    //: %1 is a topic, %2 one of its subscriptions.
    facts.append(KeyValue{tr("Subscription"),
                          tr("%1, %2").arg(m_item.label.topic, m_item.label.subscription)});
    const StateBadge badge = OutboxListModel::badgeOf(m_item);
    KeyValue delivery{tr("Delivery"), badge.text};
    if (!m_item.label.error.isEmpty())
        //: A state such as "Failed", and why.
        delivery.value = tr("%1: %2").arg(badge.text, m_item.label.error);
    delivery.tone = badge.tone;
    facts.append(delivery);
    KeyValue message{tr("Message"), QString::fromLatin1(m_item.message.messageId)};
    message.mono = true;
    message.copyable = true;
    facts.append(message);
    m_facts->setRows(facts);
}

void OutboxInspector::showPart()
{
    const int part = m_parts->currentIndex();
    m_pages->setCurrentWidget(part == Preview ? static_cast<QWidget *>(m_preview) : m_text);
    switch (part) {
    case Preview:
        if (m_item.isHtml())
            m_preview->setHtml(m_item.text());
        else
            m_preview->setPlainText(m_item.text());
        break;
    case Text:
        m_text->setCode(m_item.text(), CodeLanguage::Plain);
        break;
    case Attributes:
        m_text->setCode(
            QString::fromUtf8(QJsonDocument(m_item.attributes).toJson(QJsonDocument::Indented)),
            CodeLanguage::Json);
        break;
    default:
        m_text->setCode(QString::fromUtf8(mailFile(m_item)).remove(u'\r'), CodeLanguage::Plain);
        break;
    }
}

void OutboxInspector::themeChanged()
{
    Inspector::themeChanged();
    showPart(); // HTML keeps the colours it was laid out with.
}

void OutboxInspector::languageChanged()
{
    Inspector::languageChanged();
    m_parts->setAccessibleName(tr("Parts of the message"));
    m_parts->setTabText(Preview, tr("Preview"));
    m_parts->setTabText(Text, tr("Text"));
    m_parts->setTabText(Attributes, tr("Attributes"));
    m_parts->setTabText(Raw, tr("Raw"));
    m_preview->setAccessibleName(tr("Preview"));
    m_text->setAccessibleName(tr("Text of the chosen part"));
    m_send->setText(tr("Send for real…"));
    m_save->setText(tr("Save as .eml…"));
    m_delete->setText(tr("Delete"));
    if (!m_item.message.messageId.isEmpty())
        showItem(m_item, m_obstacle);
}

} // namespace Signalbox
