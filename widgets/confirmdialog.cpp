// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/confirmdialog.h"

#include "widgets/button.h"
#include "widgets/card.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

/// Beside the heading's text: page margin, disc, gap.
constexpr int kIndent = 48;

class SmallIcon final : public ThemedWidget
{
public:
    SmallIcon(const QString &iconName, Token color, QWidget *parent)
        : ThemedWidget(parent)
        , m_iconName(iconName)
        , m_color(color)
    {
        setFixedSize(Metrics::kIcon, Metrics::kIcon);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_iconName, Theme::current().color(m_color), 14);
    }

private:
    QString m_iconName;
    Token m_color;
};

Card *countsCard(const QList<ConfirmCount> &counts, QWidget *parent)
{
    auto *card = new Card(parent);
    card->setColors(Token::Sunken, Token::BorderSubtle);
    card->body()->setContentsMargins(12, 8, 12, 8);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    qint64 total = 0;
    int row = 0;
    const auto addNumber = [&](qint64 value, TextRole role) {
        auto *number = new NumberLabel(role, card);
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        number->setText(Format::count(value));
        grid->addWidget(number, row, 2);
    };
    for (const ConfirmCount &count : counts) {
        grid->addWidget(new SmallIcon(count.iconName, toneColor(count.tone), card), row, 0);
        grid->addWidget(new TextLabel(TextRole::Body, count.name, card), row, 1);
        addNumber(count.count, TextRole::Body);
        total += count.count;
        ++row;
    }
    if (counts.size() > 1) {
        grid->addWidget(new Hairline(Qt::Horizontal, card), row++, 0, 1, 3);
        grid->addWidget(new TextLabel(TextRole::CardTitle,
                                      QCoreApplication::translate("ConfirmDialog", "Total"), card),
                        row, 1);
        addNumber(total, TextRole::CardTitle);
    }
    card->body()->addLayout(grid);
    return card;
}

} // namespace

ConfirmDialog::ConfirmDialog(const ConfirmRequest &request, QWidget *parent)
    : Dialog(Metrics::kDialogSmall, parent)
{
    setHeading(request.iconName, request.question, request.effect, Tone::Danger);
    body()->setContentsMargins(Metrics::kPageMargin + kIndent, 0, Metrics::kPageMargin,
                               Metrics::kSpaceLg);
    if (!request.counts.isEmpty())
        body()->addWidget(countsCard(request.counts, this));
    if (!request.option.isEmpty()) {
        m_option = new QCheckBox(request.option, this);
        body()->addWidget(m_option);
        connect(m_option, &QCheckBox::toggled, this, &ConfirmDialog::optionToggled);
    }
    if (!request.undo.isEmpty()) {
        auto *row = new QHBoxLayout;
        row->setSpacing(6);
        row->addWidget(new SmallIcon(request.canUndo ? u"undo-2"_s : u"triangle-alert"_s,
                                     request.canUndo ? Token::Ok : Token::Warn, this),
                       0, Qt::AlignTop);
        auto *undo = new TextLabel(TextRole::Hint, Token::Text2, request.undo, this);
        undo->setWordWrap(true);
        undo->setAlignment(Qt::AlignLeading | Qt::AlignTop); // on the line of the icon
        row->addWidget(undo, 1);
        body()->addLayout(row);
    }
    setPrimary(new Button(request.verb, ButtonKind::Danger, QString(), this));
    connect(primary(), &QPushButton::clicked, this, &QDialog::accept);
    setTabOrder(cancelButton(), primary());
}

ConfirmDialog::~ConfirmDialog() = default;

void ConfirmDialog::ask(const ConfirmRequest &request, QWidget *window, QObject *context,
                        const std::function<void()> &act)
{
    auto *dialog = new ConfirmDialog(request, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, context, act);
    dialog->open();
}

bool ConfirmDialog::isOptionChecked() const
{
    return m_option && m_option->isChecked();
}

void ConfirmDialog::setVerb(const QString &verb)
{
    primary()->setText(verb);
}

void ConfirmDialog::showEvent(QShowEvent *event)
{
    Dialog::showEvent(event);
    cancelButton()->setFocus(Qt::OtherFocusReason);
}

} // namespace Signalbox
