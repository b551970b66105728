// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/models/brokercomparison.h"
#include "core/result.h"

#include <QObject>
#include <QPointer>

namespace Signalbox {

class AdminClient;

/// Reads what a broker has, once, page by page. GUI thread.
class ContentsReader : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContentsReader)

public:
    /// The reading ends without a word when \a client dies before.
    explicit ContentsReader(AdminClient &client, QObject *parent = nullptr);
    ~ContentsReader() override;

    void start();
    [[nodiscard]] const BrokerContents &contents() const { return m_contents; }

signals:
    /// contents() are whole.
    void read();
    void failed(const Signalbox::Error &error);

private:
    void readQueues(const QString &cursor);
    void readTopics();

    QPointer<AdminClient> m_client;
    BrokerContents m_contents;
};

} // namespace Signalbox
