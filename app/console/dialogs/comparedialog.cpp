// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/comparedialog.h"

#include "console/brokerconnection.h"
#include "console/errortext.h"
#include "console/models/comparisonmodel.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/table/datatable.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

enum Filter { Differences, Everything };
constexpr int kTableHeight = 360;

} // namespace

CompareDialog::CompareDialog(const Side &left, const Side &right, QWidget *window)
    : Dialog(Metrics::kDialogLarge, window)
    , m_leftName(left.name)
    , m_rightName(right.name)
    , m_left(left.connection.admin())
    , m_right(right.connection.admin())
    , m_model(new ComparisonModel(this))
    , m_filter(new SegmentedControl(this))
    , m_summary(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_table(new DataTable(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_filter->addSegment({});
    m_filter->addSegment({});
    m_summary->setWordWrap(true);
    m_table->setModel(m_model);
    m_table->setRowKind(DataTable::RowKind::Tight);
    m_table->setColumns(ComparisonModel::columns());
    m_table->setSortingEnabled(false);
    m_table->setMinimumHeight(Theme::current().px(kTableHeight));
    auto *tools = new QHBoxLayout;
    tools->setSpacing(Metrics::kSpaceMd);
    tools->addWidget(m_filter);
    tools->addWidget(m_summary, 1);
    body()->setSpacing(Metrics::kSpaceMd);
    body()->addLayout(tools);
    body()->addWidget(m_table, 1);
    setPrimary(new Button({}, ButtonKind::Default, u"refresh-cw"_s, this));
    connect(primary(), &QPushButton::clicked, this, &CompareDialog::read);
    connect(m_filter, &SegmentedControl::currentIndexChanged, m_model,
            [this](int index) { m_model->setOnlyDifferences(index == Differences); });
    follow(m_left, m_isLeftRead, m_leftName);
    follow(m_right, m_isRightRead, m_rightName);
    // What is compared would be that of a broker nobody knows any more.
    for (BrokerConnection *connection : {&left.connection, &right.connection})
        connect(connection, &QObject::destroyed, this, &QDialog::reject);
    retranslate();
    read();
}

CompareDialog::~CompareDialog() = default;

void CompareDialog::follow(ContentsReader &reader, bool &isRead, const QString &name)
{
    connect(&reader, &ContentsReader::read, this, [this, &isRead] {
        isRead = true;
        showComparison();
    });
    connect(&reader, &ContentsReader::failed, this, [this, name](const Error &error) {
        m_table->setLoading(false);
        primary()->setBusy(false);
        m_summary->setColor(Token::Danger);
        //: %1 is the name of a connection, %2 a sentence with the reason.
        m_summary->setText(tr("%1 could not be read. %2").arg(name, errorText(error)));
    });
}

void CompareDialog::read()
{
    if (primary()->isBusy())
        return;
    m_isLeftRead = false;
    m_isRightRead = false;
    primary()->setBusy(true);
    m_summary->setColor(Token::Muted);
    m_summary->setText({});
    m_table->setLoading(true);
    m_left.start();
    m_right.start();
}

void CompareDialog::showComparison()
{
    if (!m_isLeftRead || !m_isRightRead)
        return;
    m_table->setLoading(false);
    primary()->setBusy(false);
    m_model->setRows(compareBrokers(m_left.contents(), m_right.contents()));
    const QList<ComparedRow> &rows = m_model->all();
    const auto number = [&rows](auto fits) {
        return QString::number(std::count_if(rows.cbegin(), rows.cend(), fits));
    };
    const QString onlyLeft = number([](const ComparedRow &row) { return row.right.isEmpty(); });
    const QString onlyRight = number([](const ComparedRow &row) { return row.left.isEmpty(); });
    const QString differ =
        number([](const ComparedRow &row) { return !row.attribute.isEmpty() && row.differs(); });
    //: Of two brokers compared: %1 and %3 are their names, the others numbers.
    m_summary->setText(tr("Only on %1: %2. Only on %3: %4. Attributes that differ: %5.")
                           .arg(m_leftName, onlyLeft, m_rightName, onlyRight, differ));
}

void CompareDialog::changeEvent(QEvent *event)
{
    Dialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CompareDialog::retranslate()
{
    //: The names of two connections.
    setHeading(u"server"_s, tr("Compare %1 with %2").arg(m_leftName, m_rightName),
               tr("Queues, topics and subscriptions by name. Nothing is changed."));
    m_filter->setAccessibleName(tr("What to show"));
    m_filter->setSegmentText(Differences, tr("Only differences"));
    m_filter->setSegmentText(Everything, tr("All"));
    m_table->setAccessibleName(tr("Comparison"));
    m_model->setSides(m_leftName, m_rightName);
    primary()->setText(tr("Refresh"));
    cancelButton()->setText(tr("Close"));
    showComparison();
}

} // namespace Signalbox
