// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/commandpalette.h"

#include "widgets/card.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/palettedelegate.h"

#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr int kWidth = 620;
constexpr int kTop = 104;
constexpr int kInputHeight = 52;
constexpr int kListSpace = 6; // above and below the rows
constexpr int kMostHeight = 380;
constexpr int kMostOfGroup = 8; // while every group shows
constexpr int kMostAlone = 200;
constexpr int kRemembered = 20;

} // namespace

/// The raised frame.
class CommandPalette::Box final : public ThemedWidget
{
public:
    using ThemedWidget::ThemedWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme theme = Theme::current();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme.color(Token::BorderStrong));
        painter.setBrush(theme.color(Token::Surface));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5),
                                Metrics::kRadiusDialog, Metrics::kRadiusDialog);
    }
};

CommandPalette::CommandPalette(QWidget *window)
    : ThemedWidget(window)
    , m_box(new Box(this))
    , m_input(new QLineEdit(m_box))
    , m_list(new QListView(m_box))
    , m_model(new QStandardItemModel(this))
    , m_hint(new TextLabel(TextRole::Hint, Token::Text2, {}, m_box))
    , m_nothing(new TextLabel(TextRole::Body, Token::Muted, {}, m_box))
{
    m_input->setFrame(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setStyleSheet(u"QListView { background: transparent; }"_s);
    m_nothing->setAlignment(Qt::AlignCenter);

    auto *search = new QHBoxLayout;
    search->setContentsMargins(Metrics::kSpaceLg, 0, Metrics::kSpaceMd, 0);
    search->setSpacing(Metrics::kSpaceMd);
    auto *magnifier = new QLabel(m_box);
    magnifier->setPixmap(themedIcon(u"search"_s).pixmap(Metrics::kIcon));
    search->addWidget(magnifier);
    search->addWidget(m_input, 1);
    search->addWidget(new KeyCap(QKeySequence(Qt::Key_Escape), m_box));
    auto *column = new QVBoxLayout(m_box);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(search);
    column->addWidget(new Hairline(Qt::Horizontal, m_box));
    column->addSpacing(kListSpace);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    column->addSpacing(kListSpace);
    column->addWidget(new Hairline(Qt::Horizontal, m_box));
    auto *hint = new QHBoxLayout;
    hint->setContentsMargins(Metrics::kSpaceLg, Metrics::kSpaceSm, Metrics::kSpaceLg,
                             Metrics::kSpaceSm);
    hint->addWidget(m_hint);
    column->addLayout(hint);

    m_input->installEventFilter(this);
    window->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_list, &QAbstractItemView::clicked, this, &CommandPalette::run);
    languageChanged();
    themeChanged();
    hide();
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::open(const QList<PaletteGroup> &groups)
{
    m_groups = groups;
    m_before = QApplication::focusWidget();
    setGeometry(parentWidget()->rect()); // before the box is laid out in it
    m_input->clear();
    find({});
    show();
    raise();
    m_input->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::close()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::PopupFocusReason);
    m_before = nullptr;
}

void CommandPalette::find(const QString &text)
{
    m_model->clear();
    QString wanted = text.trimmed();
    int only = -1;
    for (int i = 0; i < m_groups.size() && only < 0; ++i) {
        if (!m_groups.at(i).prefix.isNull() && wanted.startsWith(m_groups.at(i).prefix))
            only = i;
    }
    if (only >= 0)
        wanted = wanted.mid(1).trimmed();
    static_cast<PaletteDelegate *>(m_list->itemDelegate())->setTyped(wanted.size());
    for (int i = 0; i < m_groups.size(); ++i) {
        takeOffer(m_groups[i], wanted);
        if (only < 0 || only == i)
            addMatches(m_groups.at(i), i, wanted, only < 0 ? kMostOfGroup : kMostAlone);
    }
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_nothing->setText(tr("Nothing matches “%1”").arg(wanted));
    m_list->setVisible(m_model->rowCount() > 0);
    if (m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(1, 0)); // below the first heading
    showCurrent();
    layOut();
}

void CommandPalette::takeOffer(PaletteGroup &group, const QString &text)
{
    if (!group.offer)
        return;
    group.items.clear();
    if (std::optional<PaletteItem> item = group.offer(text)) {
        item->alsoFor = text; // It answers what was typed, whatever its words are.
        group.items.append(*item);
    }
}

void CommandPalette::addMatches(const PaletteGroup &group, int groupIndex, const QString &text,
                                int most)
{
    struct Match
    {
        int item;
        int at; ///< Where the text was found; -1 when not in the item's text.
        qsizetype recent; ///< Place among what was run before; large when it was not.
    };
    QList<Match> matches;
    for (int i = 0; i < group.items.size(); ++i) {
        const PaletteItem &item = group.items.at(i);
        const auto at = text.isEmpty() ? -1 : int(item.text.indexOf(text, 0, Qt::CaseInsensitive));
        if (!text.isEmpty() && at < 0 && !item.alsoFor.contains(text, Qt::CaseInsensitive))
            continue;
        const qsizetype recent = m_recent.indexOf(item.text);
        matches.append({i, at, recent < 0 ? kRemembered : recent});
    }
    if (matches.isEmpty())
        return;
    // What begins with the text before what contains it; what was used lately before the rest.
    std::ranges::stable_sort(matches, [&text](const Match &a, const Match &b) {
        if (!text.isEmpty() && (a.at == 0) != (b.at == 0))
            return a.at == 0;
        return a.recent < b.recent;
    });
    auto *heading = new QStandardItem(group.title);
    heading->setFlags(Qt::NoItemFlags);
    m_model->appendRow(heading);
    for (const Match &match :
         std::as_const(matches).first(std::min<qsizetype>(most, matches.size()))) {
        const PaletteItem &item = group.items.at(match.item);
        auto *row = new QStandardItem(item.text);
        row->setData(groupIndex, PaletteDelegate::GroupRole);
        row->setData(match.item, PaletteDelegate::ItemRole);
        row->setData(item.iconName, PaletteDelegate::IconRole);
        row->setData(item.context, PaletteDelegate::ContextRole);
        row->setData(item.keys.toString(QKeySequence::NativeText), PaletteDelegate::KeysRole);
        row->setData(match.at, PaletteDelegate::MatchRole);
        row->setAccessibleText(item.context.isEmpty()
                                   ? item.text
                                   //: An entry of the palette and what it is about.
                                   : tr("%1, %2").arg(item.text, item.context));
        m_model->appendRow(row);
    }
}

void CommandPalette::moveCurrent(int step)
{
    const int rows = m_model->rowCount();
    int row = m_list->currentIndex().row();
    for (int i = 0; i < rows; ++i) {
        row = (row + step + rows) % rows;
        if (m_model->index(row, 0).data(PaletteDelegate::ItemRole).isValid())
            break;
    }
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_list->scrollTo(m_list->currentIndex());
    showCurrent();
}

void CommandPalette::showCurrent()
{
    // The list has no focus of its own: the box says what Enter would do.
    m_input->setAccessibleDescription(
        m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
}

void CommandPalette::run(const QModelIndex &index)
{
    if (!index.data(PaletteDelegate::ItemRole).isValid())
        return;
    const PaletteItem item = m_groups.at(index.data(PaletteDelegate::GroupRole).toInt())
                                 .items.at(index.data(PaletteDelegate::ItemRole).toInt());
    m_recent.removeAll(item.text);
    m_recent.prepend(item.text);
    m_recent.resize(std::min<qsizetype>(m_recent.size(), kRemembered));
    close();
    item.run();
}

void CommandPalette::layOut()
{
    int rows = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows += m_list->sizeHintForRow(row);
    m_list->setFixedHeight(std::min(rows, Theme::current().px(kMostHeight)));
    m_nothing->setFixedHeight(Theme::current().px(PaletteDelegate::kItemHeight * 2));
    m_box->adjustSize();
    const int width = std::min(Theme::current().px(kWidth), this->width() - 2 * Metrics::kSpaceXl);
    m_box->setGeometry((this->width() - width) / 2, kTop, width, m_box->sizeHint().height());
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::current().color(Token::Scrim));
}

void CommandPalette::mousePressEvent(QMouseEvent *event)
{
    if (!m_box->geometry().contains(event->position().toPoint()))
        close();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        layOut();
    }
    // Before any shortcut of the window: while it is open the keys are the palette's.
    if (watched != m_input
        || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return ThemedWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool press = event->type() == QEvent::KeyPress;
    switch (key->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (press)
            moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (press)
            run(m_list->currentIndex());
        break;
    case Qt::Key_Escape:
        if (press)
            close();
        break;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        break; // There is nowhere else to go.
    default:
        if (!press)
            event->accept();
        return ThemedWidget::eventFilter(watched, event);
    }
    event->accept();
    return true;
}

void CommandPalette::themeChanged()
{
    const Theme theme = Theme::current();
    // By style, since the application's style limits inputs to the height of a form's row.
    m_input->setStyleSheet(u"QLineEdit { border: none; background: transparent; padding: 0; "
                           "min-height: %1px; max-height: %1px; }"_s.arg(theme.px(kInputHeight)));
    m_input->setFont(theme.font(TextRole::InspectorTitle));
    if (isVisible())
        layOut();
    ThemedWidget::themeChanged();
}

void CommandPalette::languageChanged()
{
    m_input->setPlaceholderText(tr("Go to, find, do"));
    m_input->setAccessibleName(tr("Command palette"));
    m_list->setAccessibleName(tr("Matches"));
    m_hint->setText(tr("↑ ↓ move · Enter run · > actions · # queues · @ connections"));
}

} // namespace Signalbox
