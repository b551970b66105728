// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/contentsreader.h"
#include "widgets/dialog.h"

namespace Signalbox {

class BrokerConnection;
class ComparisonModel;
class DataTable;
class SegmentedControl;
class TextLabel;

/// Two brokers side by side: which queues, topics and subscriptions only one has, and which
/// attributes differ. It only looks. Shown by open(); deletes itself when closed.
class CompareDialog : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareDialog)

public:
    struct Side
    {
        QString name;
        BrokerConnection &connection;
    };

    CompareDialog(const Side &left, const Side &right, QWidget *window);
    ~CompareDialog() override;

    [[nodiscard]] ComparisonModel &model() { return *m_model; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void follow(ContentsReader &reader, bool &isRead, const QString &name);
    void read();
    void showComparison();
    void retranslate();

    QString m_leftName;
    QString m_rightName;
    ContentsReader m_left;
    ContentsReader m_right;
    bool m_isLeftRead = false;
    bool m_isRightRead = false;
    ComparisonModel *m_model;
    SegmentedControl *m_filter;
    TextLabel *m_summary;
    DataTable *m_table;
};

} // namespace Signalbox
