// SPDX-License-Identifier: GPL-3.0-only
#include "console/contentsreader.h"

#include "client/adminclient.h"
#include "console/onreply.h"

namespace Signalbox {

ContentsReader::ContentsReader(AdminClient &client, QObject *parent)
    : QObject(parent)
    , m_client(&client)
{
}

ContentsReader::~ContentsReader() = default;

void ContentsReader::start()
{
    m_contents = {};
    readQueues({});
}

void ContentsReader::readQueues(const QString &cursor)
{
    if (!m_client)
        return;
    onReply(m_client->changedQueues(cursor), this, [this](const Result<Admin::QueueChanges> &page) {
        if (!page)
            return emit failed(page.error());
        if (page->reset)
            m_contents.queues.clear();
        m_contents.queues += page->queues;
        page->complete ? readTopics() : readQueues(page->cursor);
    });
}

void ContentsReader::readTopics()
{
    if (!m_client)
        return;
    onReply(m_client->changedTopics(), this, [this](const Result<Admin::TopicChanges> &all) {
        if (!all)
            return emit failed(all.error());
        m_contents.topics = all->topics;
        emit read();
    });
}

} // namespace Signalbox
