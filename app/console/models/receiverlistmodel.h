// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"

#include <QAbstractTableModel>
#include <QList>

namespace Signalbox {

/// Who receives from a queue, by address and agent. Fresh rows are merged, so that selection and
/// scroll position survive. GUI thread.
class ReceiverListModel : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReceiverListModel)

public:
    enum Column {
        Client,
        Holds,
        Waiting,
        ReceivedPerS,
        DeletedPerS,
        Extended,
        Expired,
        LastSeen,
        ColumnCount
    };

    explicit ReceiverListModel(QObject *parent = nullptr);

    /// \a receivers, in any order, are all there are; \a systemNowMs is the broker's system time.
    void merge(QList<Admin::Receiver> receivers, qint64 systemNowMs);
    [[nodiscard]] const Admin::Receiver &receiverAt(int row) const { return m_rows.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// Texts in another language: every cell reads differently.
    void retranslate();

private:
    [[nodiscard]] QString text(const Admin::Receiver &receiver, int column) const;
    [[nodiscard]] QVariant value(const Admin::Receiver &receiver, int column) const;
    [[nodiscard]] QString lastSeen(const Admin::Receiver &receiver) const;

    QList<Admin::Receiver> m_rows; ///< By address, then agent.
    qint64 m_nowMs = 0;
};

} // namespace Signalbox
