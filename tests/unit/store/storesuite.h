// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "support/storefixture.h"

#include <QObject>

#include <memory>

namespace Signalbox {

/// Tests of a store: each one meets a new store, whose queue "orders" is empty.
class StoreSuite : public QObject
{
protected:
    void openStore(QueueSettings settings = {})
    {
        m_fixture = std::make_unique<StoreFixture>();
        QVERIFY(store().open());
        m_queue = store().createQueue(QStringLiteral("orders"), settings).id;
    }
    void closeStore() { m_fixture.reset(); }
    StoreFixture &store() { return *m_fixture; }

    QueueId m_queue = 0;

private:
    std::unique_ptr<StoreFixture> m_fixture;
};

} // namespace Signalbox
