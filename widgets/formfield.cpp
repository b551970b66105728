// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/formfield.h"

#include "widgets/button.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/textpainter.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

/// Names the control, and the part of it that takes the focus when it is made of several.
void nameControl(QWidget &control, const QString &label)
{
    control.setAccessibleName(label);
    if (QWidget *focused = control.focusProxy())
        focused->setAccessibleName(label);
}

} // namespace

/// The line under the control: a hint, or an octagon and what is wrong.
class FormField::HintLine final : public TextLabel
{
public:
    explicit HintLine(QWidget *parent)
        : TextLabel(TextRole::Hint, Token::Text2, QString(), parent)
    {
        setElide(Qt::ElideRight);
    }

    void setWrong(bool wrong)
    {
        m_wrong = wrong;
        setColor(wrong ? Token::Danger : Token::Text2);
        setContentsMargins(wrong ? Theme::current().px(Metrics::kIconSmall) + 5 : 0, 0, 0, 0);
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        TextLabel::paintEvent(event);
        if (!m_wrong)
            return;
        QPainter painter(this);
        const Theme theme = Theme::current();
        const int size = theme.px(Metrics::kIconSmall);
        paintIcon(painter, QRectF(0, 0, size, height()), u"octagon-alert"_s,
                  theme.color(Token::Danger), size);
    }

private:
    bool m_wrong = false;
};

class FormField::Dot final : public ThemedWidget
{
public:
    explicit Dot(QWidget *parent)
        : ThemedWidget(parent)
    {
        setFixedSize(8, 8);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::current().color(Token::Text2));
        painter.drawEllipse(rect());
    }
};

FormField::FormField(const QString &label, QWidget *control, QWidget *parent)
    : ThemedWidget(parent)
    , m_control(control)
    , m_head(new QHBoxLayout)
    , m_label(new TextLabel(TextRole::FieldLabel, Token::Text2, label, this))
    , m_dot(new Dot(this))
    , m_below(new HintLine(this))
    , m_fixLink(new Button(QString(), ButtonKind::Link, QString(), this))
{
    m_dot->hide();
    m_fixLink->hide();
    m_label->setBuddy(control);
    m_head->setSpacing(Metrics::kSpaceSm);
    m_head->addWidget(m_label);
    m_head->addWidget(m_dot, 0, Qt::AlignVCenter);
    m_head->addStretch(1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Metrics::kSpaceXs);
    foot->addWidget(m_below, 1);
    foot->addWidget(m_fixLink);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceXs);
    column->addLayout(m_head);
    column->addWidget(control);
    column->addLayout(foot);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    nameControl(*control, label);
    connect(m_fixLink, &QPushButton::clicked, this, [this] { emit fixRequested(m_fix); });
    showBelow();
}

FormField::~FormField() = default;

void FormField::setLabel(const QString &label)
{
    m_label->setText(label);
    nameControl(*m_control, label);
}

void FormField::setHint(const QString &hint)
{
    m_hint = hint;
    showBelow();
}

void FormField::setProblem(const QString &problem, const QString &fix)
{
    m_problem = problem;
    m_fix = problem.isEmpty() ? QString() : fix;
    setStyleProperty(*m_control, "wrong", !problem.isEmpty());
    m_control->setAccessibleDescription(problem.isEmpty() ? m_hint : problem);
    showBelow();
}

void FormField::setChanged(bool changed)
{
    m_dot->setVisible(changed);
    m_dot->setAccessibleName(tr("Differs from the default"));
    m_dot->setToolTip(tr("Differs from the default"));
}

void FormField::addBeside(QWidget *widget)
{
    m_head->addWidget(widget);
}

void FormField::showBelow()
{
    const bool wrong = !m_problem.isEmpty();
    m_below->setText(wrong ? m_problem : m_hint);
    m_below->setWrong(wrong);
    m_below->setVisible(!m_below->text().isEmpty());
    m_fixLink->setText(tr("Use %1").arg(m_fix));
    m_fixLink->setVisible(!m_fix.isEmpty());
}

QHBoxLayout *fieldPair(QWidget *left, QWidget *right)
{
    constexpr int kLeftShare = 6;
    constexpr int kRightShare = 5;
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::kSpaceMd);
    row->addWidget(left, kLeftShare);
    row->addWidget(right, kRightShare);
    return row;
}

} // namespace Signalbox
