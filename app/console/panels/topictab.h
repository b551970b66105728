// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/panels/paneltab.h"

namespace Signalbox {

namespace Admin {
struct Topic;
}

/// One part of an open topic.
class TopicTab : public PanelTab
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TopicTab)

public:
    TopicTab(const Workspace &workspace, const QString &topicName, QWidget *parent);

protected:
    [[nodiscard]] const QString &topicName() const { return m_topicName; }
    /// The topic; null while it is not known or gone. Valid until the next event.
    [[nodiscard]] const Admin::Topic *topic() const;

private:
    QString m_topicName;
};

} // namespace Signalbox
