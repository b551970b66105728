// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"

#include <QAbstractTableModel>

namespace Signalbox {

/// The last requests of a broker, newest first, at most RequestFeed::kMost. While it is held, what
/// arrives waits outside, so that nothing moves under the reader.
class RequestListModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestListModel)

public:
    enum Column { Time, Request, Answer, Took, ColumnCount };

    /// Longer answers are slow; those that wait for messages are not counted.
    static constexpr qint64 kSlowUs = 100'000;

    explicit RequestListModel(QObject *parent = nullptr);

    /// \a requests are newer than all before, newest first.
    void prepend(const QList<Admin::RequestRecord> &requests);
    /// \a requests are older than all before, newest first.
    void append(const QList<Admin::RequestRecord> &requests);
    void clear();
    /// Nothing comes in at the top until it is released again.
    void setHeld(bool held);
    /// Brings in what waits, held or not.
    void takeWaiting();
    [[nodiscard]] int waitingCount() const { return int(m_waiting.size()); }

    [[nodiscard]] const Admin::RequestRecord &requestAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] int refusedCount() const { return m_refused; }
    [[nodiscard]] int slowCount() const { return m_slow; }

    [[nodiscard]] static bool isRefused(const Admin::RequestRecord &request);
    [[nodiscard]] static bool isSlow(const Admin::RequestRecord &request);
    /// What the request is about: the queue, or the path.
    [[nodiscard]] static QString subjectOf(const Admin::RequestRecord &request);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// Texts in another language: every cell reads differently.
    void retranslate();

signals:
    void waitingCountChanged();

private:
    void insert(int row, const QList<Admin::RequestRecord> &requests);
    void dropOldest();
    void count(const Admin::RequestRecord &request, int step);
    [[nodiscard]] static QString text(const Admin::RequestRecord &request, int column);
    [[nodiscard]] static QVariant secondLine(const Admin::RequestRecord &request, int column);
    [[nodiscard]] static QString sentence(const Admin::RequestRecord &request);

    QList<Admin::RequestRecord> m_rows;
    QList<Admin::RequestRecord> m_waiting; ///< Newest first.
    int m_refused = 0;
    int m_slow = 0;
    bool m_held = false;
};

} // namespace Signalbox
