// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"

#include <QAbstractTableModel>

namespace Signalbox {

/// What was deleted and can still be brought back, newest first.
class TrashListModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TrashListModel)

public:
    enum Column { What, Messages, Size, Deleted, TimeLeft, ColumnCount };

    explicit TrashListModel(QObject *parent = nullptr);

    /// \a entries, newest first, are all there are; \a nowMs is the system's time.
    void merge(const QList<Admin::TrashEntry> &entries, qint64 nowMs);
    [[nodiscard]] const Admin::TrashEntry &entryAt(int row) const { return m_rows.at(row); }
    [[nodiscard]] qint64 messages() const;
    [[nodiscard]] qint64 bodyBytes() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// Texts in another language: every cell reads differently.
    void retranslate();

private:
    [[nodiscard]] QString text(const Admin::TrashEntry &entry, int column) const;
    [[nodiscard]] static QString kindIcon(Admin::TrashEntry::Kind kind);
    [[nodiscard]] static QString kindText(const Admin::TrashEntry &entry);
    [[nodiscard]] qint64 leftMs(const Admin::TrashEntry &entry) const;

    QList<Admin::TrashEntry> m_rows;
    qint64 m_nowMs = 0;
};

} // namespace Signalbox
