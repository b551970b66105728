// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/messagetools.h"

#include "console/models/searchtexts.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/themedwidget.h"

#include <QHBoxLayout>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

/// What the segments show, in their order.
constexpr std::array<std::optional<Admin::MessageState>, 5> kSegments = {
    std::nullopt, Admin::MessageState::Ready, Admin::MessageState::Leased,
    Admin::MessageState::Delayed, Admin::MessageState::Blocked};
constexpr int kBlockedSegment = 4; // shown only where there are any, which takes a FIFO queue

std::array<qint64, kSegments.size()> totals(const QueueCounts &counts)
{
    return {counts.total(), counts.ready, counts.leased, counts.delayed, counts.blocked};
}

} // namespace

MessageTools::MessageTools(QWidget *parent)
    : ThemedWidget(parent)
    , m_search(new SearchField({}, this))
    , m_below(new TextLabel(TextRole::Hint, Token::Danger, {}, this))
    , m_tail(new Button({}, ButtonKind::Default, u"play"_s, this))
    , m_follow(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_L), this))
    , m_states(new QWidget(this))
    , m_segments(new SegmentedControl(m_states))
    , m_remark(new TextLabel(TextRole::Hint, Token::Muted, {}, m_states))
{
    for (std::size_t i = 0; i < kSegments.size(); ++i)
        m_segments->addSegment({});
    m_segments->setSegmentVisible(kBlockedSegment, false);
    m_tail->setCheckable(true);
    m_search->setMaxLength(Limits::kMaxSearchBytes);

    auto *upper = new QHBoxLayout;
    upper->setSpacing(Metrics::kSpaceSm);
    upper->addWidget(m_search, 1);
    upper->addWidget(m_tail);
    upper->setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin, Metrics::kSpaceSm);
    auto *lower = new QHBoxLayout(m_states);
    lower->setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin, Metrics::kSpaceMd);
    lower->setSpacing(Metrics::kSpaceSm);
    lower->addWidget(m_segments);
    lower->addStretch();
    lower->addWidget(m_remark);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Metrics::kSpaceMd, 0, 0);
    column->setSpacing(0);
    m_below->setWordWrap(true);
    m_below->setContentsMargins(Metrics::kPageMargin, 0, Metrics::kPageMargin, Metrics::kSpaceSm);
    m_below->hide();
    column->addLayout(upper);
    column->addWidget(m_below);
    column->addWidget(m_states);

    connect(m_search, &SearchField::searchChanged, this, &MessageTools::read);
    connect(m_search, &SearchField::searchSettled, this, [this] {
        m_isTyping = false;
        showProblem();
    });
    connect(m_search, &QLineEdit::textEdited, this, [this] { setProblem({}); });
    connect(m_segments, &SegmentedControl::currentIndexChanged, this, &MessageTools::stateChosen);
    connect(m_tail, &QPushButton::toggled, this, [this](bool on) {
        m_tail->setIconName(on ? u"pause"_s : u"play"_s);
        emit tailToggled(on);
    });
    m_follow->setContext(Qt::WindowShortcut);
    connect(m_follow, &QShortcut::activated, m_tail, &QAbstractButton::toggle);
    languageChanged();
}

void MessageTools::read(const QString &text)
{
    const auto parsed = SearchQuery::parse(text);
    const auto *problem = std::get_if<SearchProblem>(&parsed);
    m_problem = problem ? std::optional(*problem) : std::nullopt;
    m_isTyping = m_search->hasFocus();
    showProblem();
    if (problem)
        return;
    if (text.toUtf8().size() > Limits::kMaxSearchBytes) // a letter has up to four bytes
        return setProblem(tr("This is longer than a search can be."));
    emit searchChanged(text);
}

void MessageTools::showProblem()
{
    if (!m_problem)
        return setProblem({});
    // While somebody types, the end is missing most of the time.
    if (m_isTyping && m_problem->position > m_search->text().trimmed().size()) {
        setProblem({});
        m_below->setColor(Token::Muted);
        m_below->setText(missingInSearch(*m_problem));
        m_below->show();
        return;
    }
    setProblem(problemInSearch(*m_problem));
}

void MessageTools::setProblem(const QString &problem)
{
    m_below->setColor(Token::Danger);
    m_below->setText(problem);
    m_below->setVisible(!problem.isEmpty());
    m_search->setAccessibleDescription(problem);
    setStyleProperty(*m_search, "wrong", !problem.isEmpty());
}

void MessageTools::setCounts(const QueueCounts &counts)
{
    m_counts = counts;
    const auto shown = totals(counts);
    for (std::size_t i = 0; i < shown.size(); ++i)
        m_segments->setCount(int(i), shown.at(i));
    const bool isChosen = m_segments->currentIndex() == kBlockedSegment;
    m_segments->setSegmentVisible(kBlockedSegment, counts.blocked > 0 || isChosen);
}

void MessageTools::setRemark(const QString &remark)
{
    m_remark->setText(remark);
}

std::optional<Admin::MessageState> MessageTools::state() const
{
    return kSegments.at(std::size_t(m_segments->currentIndex()));
}

void MessageTools::setState(std::optional<Admin::MessageState> state)
{
    m_segments->setCurrentIndex(int(std::ranges::find(kSegments, state) - kSegments.begin()));
}

qint64 MessageTools::total() const
{
    return totals(m_counts).at(std::size_t(m_segments->currentIndex()));
}

void MessageTools::giveWayTo(QWidget *bar, bool shown)
{
    // As high as what it replaces, so that no row moves under the pointer.
    bar->setFixedHeight(m_states->sizeHint().height());
    m_states->setVisible(!shown);
    bar->setVisible(shown);
}

QString MessageTools::search() const
{
    return m_search->text();
}

void MessageTools::setSearch(const QString &search)
{
    m_search->setText(search);
}

void MessageTools::clearSearch()
{
    m_search->clear();
}

void MessageTools::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool MessageTools::isTailing() const
{
    return m_tail->isChecked();
}

void MessageTools::setTailing(bool tailing)
{
    m_tail->setChecked(tailing);
}

QList<QWidget *> MessageTools::regions() const
{
    return {m_search, m_segments};
}

void MessageTools::languageChanged()
{
    m_search->setPlaceholderText(tr("Text, $.path = value, id:, tag:, group:, prop.name = value"));
    m_search->setToolTip(searchHelp());
    m_search->setAccessibleName(tr("Search messages"));
    //: Lets a list of messages follow what comes.
    m_tail->setText(tr("Tail"));
    m_tail->setToolTip(
        tr("Follow what comes (%1)")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_L).toString(QKeySequence::NativeText)));
    m_follow->setWhatsThis(tr("Follow what comes"));
    m_segments->setAccessibleName(tr("Which messages"));
    const std::array names = {tr("All"), tr("Ready"), tr("In flight"), tr("Delayed"),
                              //: Messages that wait behind an earlier one of their group.
                              tr("Waiting")};
    for (std::size_t i = 0; i < names.size(); ++i)
        m_segments->setSegmentText(int(i), names.at(i));
    showProblem();
}

} // namespace Signalbox
