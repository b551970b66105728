// SPDX-License-Identifier: GPL-3.0-only
#include "console/searchjob.h"

#include "console/models/messagelistmodel.h"

#include <algorithm>

namespace Signalbox {

SearchJob::SearchJob(MessageListModel &model, const QString &queueName, qint64 messages,
                     QObject *parent)
    : BackgroundJob(parent)
    , m_model(&model)
    , m_queueName(queueName)
    , m_messages(messages)
{
    connect(&model, &MessageListModel::searched, this, &SearchJob::follow);
    connect(&model, &MessageListModel::failed, this, &SearchJob::follow);
    connect(&model, &QObject::destroyed, this, [this] { finish({}); });
}

SearchJob::~SearchJob() = default;

QString SearchJob::title() const
{
    return tr("Searching %1").arg(m_queueName);
}

void SearchJob::run()
{
    follow();
}

void SearchJob::wind()
{
    if (m_model)
        m_model->stopSearch();
}

void SearchJob::follow()
{
    if (isOver())
        return;
    const qint64 scanned = m_model->scannedCount();
    setProgress(scanned, std::max(scanned, m_messages));
    if (!m_model->isSearching())
        finish({});
}

} // namespace Signalbox
