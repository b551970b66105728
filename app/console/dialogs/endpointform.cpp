// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/endpointform.h"

#include "console/brokerconnection.h"
#include "console/dialogs/queuechoice.h"
#include "console/settings.h"
#include "widgets/formfield.h"
#include "widgets/metrics.h"
#include "widgets/segmentedcontrol.h"

#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

EndpointForm::EndpointForm(const Workspace &workspace, QWidget *parent)
    : ThemedWidget(parent)
    , m_account(workspace.settings.broker().account)
    , m_kinds(new SegmentedControl(this))
    , m_pages(new QStackedWidget(this))
    , m_url(new QLineEdit)
    , m_queue(new QueueChoice(workspace.connection.queues(), QueueChoice::Empty::Refused))
    , m_address(new QLineEdit)
    , m_phone(new QLineEdit)
    , m_function(new QLineEdit)
{
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_url, m_queue, m_address, m_phone, m_function})
        addPage(field);
    for (QLineEdit *edit : {m_url, m_queue->lineEdit(), m_address, m_phone, m_function}) {
        connect(edit, &QLineEdit::textChanged, this, [this] {
            m_fields.at(std::size_t(m_kinds->currentIndex()))->setProblem({});
            emit changed();
        });
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceMd);
    column->addWidget(m_kinds, 0, Qt::AlignLeft);
    column->addWidget(m_pages);
    connect(m_kinds, &SegmentedControl::currentIndexChanged, this, [this](int kind) {
        m_pages->setCurrentIndex(kind);
        emit changed();
    });
    languageChanged();
}

void EndpointForm::addPage(QWidget *field)
{
    m_kinds->addSegment({});
    auto *frame = new FormField({}, field, m_pages);
    m_pages->addWidget(frame);
    m_fields.at(m_count++) = frame;
}

PushChannel EndpointForm::channel() const
{
    return kChannels.at(std::size_t(m_kinds->currentIndex()));
}

QString EndpointForm::target() const
{
    switch (channel()) {
    case PushChannel::Queue:
        return m_queue->queueName();
    case PushChannel::Mail:
        return m_address->text().trimmed();
    case PushChannel::Sms:
        return m_phone->text().trimmed();
    case PushChannel::Function:
        return m_function->text().trimmed();
    default:
        return m_url->text().trimmed();
    }
}

QString EndpointForm::endpoint() const
{
    QString where = target();
    switch (channel()) {
    case PushChannel::Queue:
        return queueEndpoint(m_account, where);
    case PushChannel::Mail:
        return u"mail:directmail:"_s + where;
    case PushChannel::Sms:
        return u"sms:directsms:"_s + where;
    case PushChannel::Function:
        return u"acs:fc:local:%1:services/%2/functions/%3"_s.arg(
            m_account, where.section(u'/', 0, 0), where.section(u'/', 1));
    default:
        return where;
    }
}

bool EndpointForm::check()
{
    if (parsePushEndpoint(endpoint()))
        return true;
    const auto problem = [this] {
        switch (channel()) {
        case PushChannel::Queue:
            return tr("The name of a queue: letters, digits and hyphens.");
        case PushChannel::Mail:
            return tr("A mail address such as ops@example.com.");
        case PushChannel::Sms:
            return tr("A phone number, digits only.");
        case PushChannel::Function:
            return tr("Service and function, with a slash between them.");
        default:
            return tr("A URL with http or https and a host.");
        }
    };
    m_fields.at(std::size_t(m_kinds->currentIndex()))->setProblem(problem());
    return false;
}

QWidget *EndpointForm::firstField() const
{
    return m_url;
}

QWidget *EndpointForm::currentField() const
{
    return m_fields.at(std::size_t(m_kinds->currentIndex()))->control();
}

void EndpointForm::languageChanged()
{
    m_kinds->setAccessibleName(tr("Kind of endpoint"));
    //: Kinds of endpoints, as buttons of a row.
    const std::array kinds = {tr("HTTP"), tr("Queue"), tr("Mail"), tr("SMS"), tr("Function")};
    const std::array labels = {tr("URL"), tr("Queue"), tr("Mail address"), tr("Phone number"),
                               tr("Service and function")};
    const std::array hints = {
        u"http://127.0.0.1:8080/notifications"_s,
        tr("It may be made later; until then messages wait."),
        tr("Mail stays in the outbox of this broker."),
        tr("Messages stay in the outbox of this broker."),
        tr("For example billing/invoice. Calls stay in the outbox of this broker."),
    };
    for (std::size_t i = 0; i < kChannels.size(); ++i) {
        m_kinds->setSegmentText(int(i), kinds.at(i));
        m_fields.at(i)->setLabel(labels.at(i));
        m_fields.at(i)->setHint(hints.at(i));
    }
}

} // namespace Signalbox
