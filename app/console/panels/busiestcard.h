// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/card.h"

#include <QTimer>

class QStackedWidget;

namespace Signalbox {

class BusiestQueuesModel;
class DataTable;
class QueueListModel;
class TextLabel;

/// The queues where most happens.
class BusiestCard : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BusiestCard)

public:
    explicit BusiestCard(QueueListModel &queues, QWidget *parent = nullptr);

signals:
    void queueOpened(const QString &queueName);

protected:
    void languageChanged() override;
    void themeChanged() override;
    void showEvent(QShowEvent *event) override;

private:
    void rank();
    void showRows();

    BusiestQueuesModel *m_model;
    TextLabel *m_title;
    QStackedWidget *m_pages;
    DataTable *m_table;
    TextLabel *m_none;
    QTimer m_rankAgain;
};

} // namespace Signalbox
