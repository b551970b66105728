// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/models/attention.h"
#include "widgets/card.h"

#include <QDateTime>

namespace Signalbox {

class StatusPill;
class TextLabel;

/// What needs someone, worst first: each with its cause and one thing to do about it.
class AttentionCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttentionCard)

public:
    explicit AttentionCard(QWidget *parent = nullptr);

    void setAttentions(const QList<Attention> &attentions);

signals:
    void queueOpened(const QString &queueName);
    void topicOpened(const QString &topicName);
    void refusalsOpened(const QString &accessKeyId);
    void clockRunRequested();

protected:
    void languageChanged() override;

private:
    void rebuild();
    [[nodiscard]] QWidget *rowFor(const Attention &attention);
    void act(const Attention &attention);
    [[nodiscard]] QWidget *nothingRow();

    TextLabel *m_title;
    StatusPill *m_count;
    QWidget *m_rows = nullptr;
    QList<Attention> m_attentions;
    QString m_last; ///< The title of the worst of those that went last; empty: none yet.
    QDateTime m_lastUntil;
};

} // namespace Signalbox
