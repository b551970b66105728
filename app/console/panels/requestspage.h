// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/feeds/requestfeed.h"
#include "console/workspace.h"

#include <QWidget>

namespace Signalbox {

class Button;
class CopyField;
class RecordList;
class RequestFilterModel;
class RequestInspector;
class RequestListModel;

/// Activity › Requests: the last requests of apps, with the reason of each refusal. What arrives
/// comes in at the top while that is in view.
class RequestsPage : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestsPage)

public:
    explicit RequestsPage(const Workspace &workspace, QWidget *parent = nullptr);
    ~RequestsPage() override;

    void setFilter(const QString &text);
    void showRefused();
    [[nodiscard]] Feed &feed() { return m_feed; }
    void refresh();
    /// Request ID of the selected one; empty without one.
    [[nodiscard]] QString idToCopy() const;
    /// Closes the inspector; false when it is not open.
    bool stepBack();
    [[nodiscard]] QList<QWidget *> regions() const;

signals:
    void filterCleared();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void showWhatFits();
    void openMenu(const QModelIndex &index, const QPoint &position);
    void retranslate();

    Workspace m_workspace;
    RequestFeed m_feed;
    RequestListModel *m_requests;
    RequestFilterModel *m_model;
    RequestInspector *m_inspector;
    RecordList *m_list;
    CopyField *m_endpoint; ///< Where nobody has asked anything yet.
    Button *m_clearFilter;
};

} // namespace Signalbox
