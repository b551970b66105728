// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/feeds/namedfeed.h"
#include "console/panels/queuetab.h"

class QStackedWidget;

namespace Signalbox {

class DataTable;
class EmptyState;
class ReceiverListModel;
class TextLabel;

/// Who receives from a queue: what each holds, how fast it works, when it was last seen.
class QueueReceiversTab : public QueueTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QueueReceiversTab)

public:
    QueueReceiversTab(const Workspace &workspace, const QString &queueName, QWidget *parent);
    ~QueueReceiversTab() override;

    [[nodiscard]] Feed *liveFeed() override;
    void refresh() override;
    [[nodiscard]] QList<QWidget *> regions() override;
    void takeFocus() override;

protected:
    void retranslate() override;

private:
    void showReceivers();
    [[nodiscard]] qint64 systemNowMs() const;

    ReceiverFeed *m_feed;
    ReceiverListModel *m_model;
    QStackedWidget *m_pages;
    DataTable *m_table;
    EmptyState *m_empty;
    TextLabel *m_footer;
};

} // namespace Signalbox
