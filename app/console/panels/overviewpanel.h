// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/models/queuefiltermodel.h"
#include "console/models/queuelistmodel.h"
#include "console/panels/panel.h"
#include "console/workspace.h"
#include "widgets/statstrip.h"

#include <QTimer>

#include <optional>

namespace Signalbox {

class AttentionCard;
class BusiestCard;
class Button;
class IconButton;
class SegmentedControl;
class TimeChart;

/// The state of the broker at one look: what waits, what needs someone, and the course of the last
/// hour.
class OverviewPanel : public Panel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverviewPanel)

public:
    explicit OverviewPanel(const Workspace &workspace, QWidget *parent = nullptr);

    [[nodiscard]] Feed *liveFeed() override;
    [[nodiscard]] bool tellsFreshAge() const override { return true; }
    [[nodiscard]] QList<QWidget *> regions() override;

signals:
    void queueOpened(const QString &queueName);
    /// The user wants to see queues, those with most in \a column first.
    void queuesOpened(Signalbox::QueueFilterModel::Selection selection,
                      Signalbox::QueueListModel::Column column);
    void topicsOpened();
    void topicOpened(const QString &topicName);
    void refusalsOpened(const QString &accessKeyId);
    void createRequested();
    void clockRunRequested();

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildHeader();
    void buildContent();
    void showCharts();
    void showTiles();
    /// Shows what a tile is about.
    void openTile(int index);
    /// Absent where nothing sends dead letters anywhere.
    [[nodiscard]] std::optional<StatTile> deadLetterTile() const;
    [[nodiscard]] StatTile pushTile() const;
    void sampleOldestAge();
    void sendOrCreate();
    [[nodiscard]] bool hasQueues() const;

    Workspace m_workspace;
    IconButton *m_pause;
    SegmentedControl *m_range;
    Button *m_primary;
    StatStrip *m_tiles;
    enum class Tile { Ready, InFlight, Delayed, DeadLetters, Oldest, Pushes };
    QList<Tile> m_shownTiles;
    QString m_oldestQueue; ///< With the oldest ready message.
    TimeChart *m_throughput;
    AttentionCard *m_attention;
    TimeChart *m_backlog;
    TimeChart *m_latency;
    TimeChart *m_pushes; ///< Where there are topics.
    BusiestCard *m_busiest; ///< In tall windows.
    QTimer m_ageTimer;
    QList<double> m_oldestAges; ///< In seconds, one a second, for the tile's course.
};

} // namespace Signalbox
