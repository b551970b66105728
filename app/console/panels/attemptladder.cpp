// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/attemptladder.h"

#include "console/models/attemptlistmodel.h"
#include "console/models/subscriptionstate.h"
#include "widgets/format.h"
#include "widgets/icons.h"
#include "widgets/textpainter.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPainter>

#include <chrono>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRungHeight = 40;
constexpr int kDisc = 20;
constexpr int kTextLeft = 30;
constexpr int kIconSide = 13;
constexpr qsizetype kMostRungs = 7;

class LadderTexts
{
    Q_DECLARE_TR_FUNCTIONS(AttemptLadder)
};

QString detailOf(const Admin::Attempt &attempt)
{
    QStringList parts;
    if (attempt.durationMs > 0)
        parts.append(tookText(attempt.durationMs));
    if (!attempt.error.isEmpty())
        parts.append(attempt.error);
    else if (attempt.status >= 400 && !attempt.responseBody.isEmpty())
        parts.append(attempt.responseBody.simplified());
    return parts.join(u" · "_s);
}

} // namespace

AttemptLadder::AttemptLadder(QWidget *parent)
    : ThemedWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void AttemptLadder::setRungs(const QList<Rung> &rungs)
{
    if (m_rungs == rungs)
        return;
    const bool grew = m_rungs.size() != rungs.size();
    m_rungs = rungs;
    QStringList sentences;
    for (const Rung &rung : rungs)
        sentences.append(u"%1: %2 %3"_s.arg(rung.when, rung.result.text, rung.detail));
    setAccessibleName(LadderTexts::tr("Attempts for this message"));
    setAccessibleDescription(sentences.join(u". "_s));
    if (grew)
        updateGeometry();
    update();
}

int AttemptLadder::rungHeight() const
{
    return Theme::current().px(kRungHeight);
}

QSize AttemptLadder::sizeHint() const
{
    return {Theme::current().px(kTextLeft * 8), int(m_rungs.size()) * rungHeight()};
}

QSize AttemptLadder::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void AttemptLadder::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int disc = theme.px(kDisc);
    const int left = theme.px(kTextLeft);
    const QFontMetrics hint(theme.font(TextRole::Hint));
    for (qsizetype i = 0; i < m_rungs.size(); ++i) {
        const Rung &rung = m_rungs.at(i);
        const QRect row(0, int(i) * rungHeight(), width(), rungHeight());
        const QRect circle(0, row.top(), disc, disc);
        if (i + 1 < m_rungs.size()) {
            painter.setPen(theme.color(Token::BorderStrong));
            painter.drawLine(disc / 2, circle.bottom() + 2, disc / 2, row.bottom() - 1);
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(toneBackground(rung.result.tone)));
        painter.drawEllipse(circle);
        paintIcon(painter, circle, rung.result.iconName, theme.color(toneColor(rung.result.tone)),
                  theme.px(kIconSide));

        const int whenWidth = hint.horizontalAdvance(rung.when) + theme.px(8);
        painter.setFont(theme.font(TextRole::BodyMedium));
        painter.setPen(theme.color(Token::Text));
        drawLine(painter, QRect(left, row.top(), width() - left - whenWidth, disc),
                 rung.result.text);
        painter.setFont(theme.font(TextRole::Hint));
        painter.setPen(theme.color(Token::Muted));
        drawLine(painter, QRect(width() - whenWidth, row.top(), whenWidth, disc), rung.when,
                 Qt::AlignRight);
        painter.setPen(theme.color(Token::Text2));
        drawLine(painter, QRect(left, row.top() + disc - 2, width() - left, theme.px(18)),
                 rung.detail);
    }
}

QList<AttemptLadder::Rung> ladderRungs(const QList<Admin::Attempt> &attempts,
                                       const QString &channel, qint64 brokerNowMs)
{
    QList<AttemptLadder::Rung> rungs;
    for (const Admin::Attempt &attempt : attempts) {
        rungs.append({AttemptListModel::badgeOf(attempt, channel), detailOf(attempt),
                      Format::time(attempt.atMs, brokerNowMs)});
    }
    if (rungs.size() > kMostRungs) {
        const qsizetype left = rungs.size() - kMostRungs + 1;
        rungs.remove(1, left);
        rungs.insert(1,
                     {{Tone::Neutral, u"ellipsis"_s,
                       LadderTexts::tr("%Ln more attempt(s)", nullptr, int(left))},
                      {},
                      {}});
    }
    if (attempts.isEmpty() || attempts.constLast().nextAtMs <= brokerNowMs)
        return rungs;
    const std::chrono::milliseconds wait(attempts.constLast().nextAtMs - brokerNowMs);
    rungs.append(
        {{Tone::Neutral, u"clock"_s, LadderTexts::tr("Next try")}, {}, Format::countdown(wait)});
    return rungs;
}

} // namespace Signalbox
