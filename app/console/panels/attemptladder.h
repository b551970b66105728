// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "widgets/statuspill.h"
#include "widgets/themedwidget.h"

#include <QList>

namespace Signalbox {

/// The attempts for one message and subscription under each other, joined by a line: what came of
/// each and when, and last what follows.
class AttemptLadder : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttemptLadder)

public:
    explicit AttemptLadder(QWidget *parent = nullptr);

    /// One rung.
    struct Rung
    {
        StateBadge result;
        QString detail; ///< Muted, below.
        QString when; ///< At the right edge.

        bool operator==(const Rung &) const = default;
    };
    void setRungs(const QList<Rung> &rungs);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] int rungHeight() const;

    QList<Rung> m_rungs;
};

/// The rungs of \a attempts, the first one first, of a subscription on \a channel. \a brokerNowMs:
/// for the time to the next try. Of a long ladder the first and the last rungs.
[[nodiscard]] QList<AttemptLadder::Rung> ladderRungs(const QList<Admin::Attempt> &attempts,
                                                     const QString &channel, qint64 brokerNowMs);

} // namespace Signalbox
