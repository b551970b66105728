// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/callgate.h"

#include <QList>
#include <QObject>
#include <QStringList>

namespace Signalbox {

/// Before everything that changes something at one broker. While it asks, each change waits until
/// it is decided; what only looks always passes. GUI thread.
class ChangeGate : public QObject, public CallGate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangeGate)

public:
    explicit ChangeGate(QObject *parent = nullptr);
    ~ChangeGate() override;

    /// Nothing is asked at first. \a place is what the user calls the broker. What waits already
    /// goes on waiting.
    void setAsking(bool isAsking, const QString &place);
    [[nodiscard]] bool isAsking() const { return m_isAsking; }
    [[nodiscard]] const QString &place() const { return m_place; }
    void pass(const ApiRequest &request, std::function<void(bool)> decided) override;
    /// Answers asked(). What has come since then is asked next.
    void decide(bool allowed);

signals:
    /// \a changes, as sentences, wait for decide(). Never again before that.
    void asked(const QStringList &changes);

private:
    struct Held
    {
        std::shared_ptr<CallGroup> group; ///< Null for a call of its own; shared with its maker.
        QString what;
        std::function<void(bool)> decided;
    };

    void ask();

    QString m_place;
    bool m_isAsking = false;
    bool m_isAskingSoon = false;
    QList<Held> m_held; ///< Not asked for yet.
    QList<Held> m_asked;
};

} // namespace Signalbox
