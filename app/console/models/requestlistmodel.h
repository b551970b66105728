// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/feeds/requestfeed.h"
#include "console/models/newestfirstmodel.h"

namespace Signalbox {

/// The last requests of a broker, newest first, at most RequestFeed::kMost. While it is held, what
/// arrives waits outside, so that nothing moves under the reader.
class RequestListModel : public NewestFirstModel<Admin::RequestRecord, RequestFeed::kMost>
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestListModel)

public:
    enum Column { Time, Request, Answer, Took, ColumnCount };

    /// Longer answers are slow; those that wait for messages are not counted.
    static constexpr qint64 kSlowUs = 100'000;

    explicit RequestListModel(QObject *parent = nullptr);

    [[nodiscard]] const Admin::RequestRecord &requestAt(int row) const { return rows().at(row); }
    [[nodiscard]] int refusedCount() const { return m_refused; }
    [[nodiscard]] int slowCount() const { return m_slow; }

    [[nodiscard]] static bool isRefused(const Admin::RequestRecord &request);
    [[nodiscard]] static bool isSlow(const Admin::RequestRecord &request);
    /// What the request is about: the queue, or the path.
    [[nodiscard]] static QString subjectOf(const Admin::RequestRecord &request);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

protected:
    void counted(const Admin::RequestRecord &request, int step) override;

private:
    [[nodiscard]] static QString text(const Admin::RequestRecord &request, int column);
    [[nodiscard]] static QVariant secondLine(const Admin::RequestRecord &request, int column);
    [[nodiscard]] static QString sentence(const Admin::RequestRecord &request);

    int m_refused = 0;
    int m_slow = 0;
};

} // namespace Signalbox
