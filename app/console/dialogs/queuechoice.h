// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/queue.h"

#include <QComboBox>

#include <optional>

namespace Signalbox {

class QueueListModel;

/// The name of a queue, chosen from those there are or typed.
class QueueChoice : public QComboBox
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueChoice)

public:
    enum class Empty { Refused, Allowed };

    /// Offers \a queues but the one named \a without; with Allowed also none, which is chosen.
    QueueChoice(const QueueListModel &queues, Empty empty, const QString &without = {},
                QWidget *parent = nullptr);
    ~QueueChoice() override;

    /// From now on; what stands there stays.
    void offerOnly(QueueType type);

    [[nodiscard]] QString queueName() const { return currentText().trimmed(); }
    /// It is one of those offered.
    [[nodiscard]] bool isKnown() const { return findText(queueName()) >= 0; }

private:
    void fill();

    const QueueListModel &m_queues;
    const Empty m_empty;
    const QString m_without;
    std::optional<QueueType> m_only; ///< Absent: queues of any type.
};

} // namespace Signalbox
