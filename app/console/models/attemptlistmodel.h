// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/topictypes.h"
#include "console/models/newestfirstmodel.h"
#include "widgets/statuspill.h"

#include <QHash>

namespace Signalbox {

/// The last attempts to deliver the messages of a topic, newest first. While it is held, what
/// arrives waits outside, so that nothing moves under the reader.
class AttemptListModel : public NewestFirstModel<Admin::Attempt, 10'000>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttemptListModel)

public:
    enum Column { Time, Subscription, Try, Result, Took, Next, ColumnCount };

    explicit AttemptListModel(QObject *parent = nullptr);

    [[nodiscard]] const Admin::Attempt &attemptAt(int row) const { return rows().at(row); }
    /// All attempts for the same message and subscription, the first one first.
    [[nodiscard]] QList<Admin::Attempt> ladderOf(const Admin::Attempt &attempt) const;
    [[nodiscard]] int failedCount() const { return m_failed; }
    /// Broker time, on which the time to the next try depends.
    void setNow(qint64 brokerNowMs);
    /// Channels of the topic's subscriptions by their names, for the icons.
    void setChannels(const QHash<QString, QString> &channels);

    [[nodiscard]] static bool isFailed(const Admin::Attempt &attempt);
    [[nodiscard]] static StateBadge badgeOf(const Admin::Attempt &attempt, const QString &channel);
    [[nodiscard]] QString channelOf(const Admin::Attempt &attempt) const;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    void counted(const Admin::Attempt &attempt, int step) override;

private:
    [[nodiscard]] QString text(const Admin::Attempt &attempt, int column) const;
    [[nodiscard]] QString sentence(const Admin::Attempt &attempt) const;

    QHash<QString, QString> m_channels;
    qint64 m_nowMs = 0;
    int m_failed = 0;
};

} // namespace Signalbox
