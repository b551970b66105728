// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "client/admintypes.h"
#include "console/sentence.h"
#include "core/error.h"

#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>

namespace Signalbox {

class AdminClient;
class ToastHost;

/// Says what happened, at the window's lower right, and offers to undo what went to the trash; in
/// another language as soon as that is chosen. GUI thread.
class Notices : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notices)

public:
    explicit Notices(ToastHost &toasts, QObject *parent = nullptr);

    /// Something was done.
    void say(const Sentence &text);
    /// Something could not be done; \a what is a whole sentence, the reason follows it. Where no
    /// answer came that is not known, and said instead.
    void complain(const Sentence &what, const Error &error);
    /// The same, where the sentence says all.
    void complain(const Sentence &what);
    /// \a text says what was deleted; undoing brings \a entry back through \a client.
    void offerUndo(AdminClient &client, const Admin::TrashEntry &entry, const Sentence &text);
    /// What became of deleting something: \a done with its undo, or \a failed and why.
    void tellDeleted(AdminClient &client, const Result<Admin::TrashEntry> &reply,
                     const Sentence &done, const Sentence &failed);
    /// \a text says what was done; \a undo takes it back, as long as \a owner lives.
    void offerUndo(QObject *owner, const Sentence &text, const std::function<void()> &undo);
    /// What came back: of a queue, topic or subscription its name, of messages how many and the
    /// queue they are in.
    [[nodiscard]] static Sentence restoredText(Admin::TrashEntry::Kind kind, const QString &name,
                                               qint64 messages);
    /// Undoes what was offered last, while that is possible.
    void undoLast();

signals:
    /// Messages came back into the queue \a name, or a queue, topic or subscription of that name.
    void restored(const QString &name);

private:
    /// What can be taken back, once.
    struct Undo
    {
        QPointer<QObject> owner;
        std::function<void()> run;
        int toast = 0; ///< That offers it.
    };

    void offer(const std::shared_ptr<Undo> &undo, const Sentence &text, const QString &iconName,
               std::chrono::milliseconds possibleFor);
    void run(const std::shared_ptr<Undo> &undo);
    void restore(AdminClient &client, const Admin::TrashEntry &entry);

    ToastHost &m_toasts;
    std::shared_ptr<Undo> m_last; // shared with its toast
};

} // namespace Signalbox
