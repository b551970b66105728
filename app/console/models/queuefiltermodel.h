// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QAbstractProxyModel>
#include <QList>
#include <QTimer>

namespace Signalbox {

class QueueListModel;

/// The queues a list shows: those whose name contains a text, all or only some by what they do.
/// Which they are follows the queues at once, each at the place that the order gives it. The others
/// keep their places: sorting happens when the user asks for it, however the values change, so that
/// rows do not move about.
class QueueFilterModel : public QAbstractProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueFilterModel)

public:
    explicit QueueFilterModel(QueueListModel &queues, QObject *parent = nullptr);
    ~QueueFilterModel() override;

    /// Letters of any case; empty shows all.
    void setNameFilter(const QString &text);
    [[nodiscard]] const QString &nameFilter() const { return m_text; }
    enum class Selection { All, WithBacklog, NoReceiver, DeadLetters, Fifo };
    void setSelection(Selection selection);
    [[nodiscard]] Selection selection() const { return m_selection; }
    /// Queues of \a queues that \a selection takes, whatever their names.
    [[nodiscard]] static int count(const QueueListModel &queues, Selection selection);
    /// Filters and sorts by the values of now.
    void resort();

    /// The user points at rows: none comes or goes for a moment, but for queues that are deleted.
    void holdStill();
    /// What waited for that happens now.
    void letGo();

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

private:
    [[nodiscard]] bool accepts(int queueRow) const;
    [[nodiscard]] bool isLess(int left, int right) const;
    /// \a left stands above \a right in the order chosen.
    [[nodiscard]] bool isAbove(int left, int right) const;
    void takeInserted(int first, int last);
    void takeOut(int first, int last);
    void takeRemoved(int first, int last);
    void takeChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    /// Lets rows come and go as queues \a first to \a last are now.
    void follow(int first, int last);
    /// Shows \a joining, in the order chosen, at their places.
    void add(const QList<int> &joining);
    /// Takes rows of queues that \a goes chooses out.
    template <typename Goes>
    void drop(Goes goes);
    void setRows(const QList<int> &queueRows);
    void findPlaces();

    QueueListModel &m_queues;
    QList<int> m_rows; ///< Row of the queue that each row shows.
    QList<int> m_places; ///< The other way round; -1 for those that do not show.
    QTimer m_still; ///< Runs while rows are held.
    QString m_text;
    Selection m_selection = Selection::All;
    int m_sortColumn = 0; ///< The name.
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace Signalbox
