// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QSortFilterProxyModel>

namespace Signalbox {

class TopicListModel;

/// The topics a list shows: those that contain a text in their name, or in the name, endpoint or
/// tag of a subscription. Sorted when the user asks for it, not while values change.
class TopicFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicFilterModel)

public:
    explicit TopicFilterModel(TopicListModel &topics, QObject *parent = nullptr);

    /// Letters of any case; empty shows all.
    void setText(const QString &text);
    [[nodiscard]] const QString &text() const { return m_text; }
    /// Sorts by the values of now.
    void resort();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    TopicListModel &m_topics;
    QString m_text;
};

} // namespace Signalbox
