// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/topictab.h"

#include "console/brokerconnection.h"

namespace Signalbox {

TopicTab::TopicTab(const Workspace &workspace, const QString &topicName, QWidget *parent)
    : PanelTab(workspace, parent)
    , m_topicName(topicName)
{
}

const Admin::Topic *TopicTab::topic() const
{
    return workspace().connection.topics().find(m_topicName);
}

} // namespace Signalbox
