// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/jobs.h"

#include <QPointer>

namespace Signalbox {

class MessageListModel;

/// Follows a model's search through a queue that is under way. Stopped, what was found stays in the
/// model, which tells it: the job has no outcome.
class SearchJob final : public BackgroundJob
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchJob)

public:
    /// \a messages is how many there are to look at, as far as known. Ends with \a model.
    SearchJob(MessageListModel &model, const QString &queueName, qint64 messages,
              QObject *parent = nullptr);
    ~SearchJob() override;

    [[nodiscard]] QString title() const override;

protected:
    void run() override;
    void wind() override;

private:
    void follow();

    QPointer<MessageListModel> m_model;
    QString m_queueName;
    qint64 m_messages;
};

} // namespace Signalbox
