// SPDX-License-Identifier: GPL-3.0-only
#include "console/notices.h"

#include "client/adminclient.h"
#include "console/errortext.h"
#include "console/onreply.h"
#include "widgets/toasthost.h"

#include <QDateTime>

#include <algorithm>
#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

Notices::Notices(ToastHost &toasts, QObject *parent)
    : QObject(parent)
    , m_toasts(toasts)
{
}

void Notices::say(const Sentence &text)
{
    ToastMessage toast;
    toast.makeTexts = [text](ToastMessage &message) { message.text = text(); };
    toast.tone = Tone::Ok;
    m_toasts.show(toast);
}

void Notices::complain(const Sentence &what, const Error &error)
{
    complain([what, error] {
        return error.code == ErrorCode::Timeout ? changeErrorText(error)
                                                : what() + u' ' + errorText(error);
    });
}

void Notices::complain(const Sentence &what)
{
    ToastMessage toast;
    toast.makeTexts = [what](ToastMessage &message) { message.text = what(); };
    toast.iconName = u"octagon-alert"_s;
    toast.tone = Tone::Danger;
    m_toasts.show(toast);
}

void Notices::offerUndo(AdminClient &client, const Admin::TrashEntry &entry, const Sentence &text)
{
    if (entry.expiresAtMs <= entry.deletedAtMs) { // This broker keeps no trash.
        m_last.reset(); // What was done last cannot be undone; what was before is not meant.
        return say(text);
    }
    const std::chrono::milliseconds left(
        std::max<qint64>(0, entry.expiresAtMs - QDateTime::currentMSecsSinceEpoch()));
    offer(std::make_shared<Undo>(
              Undo{&client, [this, &client, entry] { restore(client, entry); }, 0}),
          text, u"trash-2"_s, left);
}

void Notices::offerUndo(QObject *owner, const Sentence &text, const std::function<void()> &undo)
{
    offer(std::make_shared<Undo>(Undo{owner, undo, 0}), text, u"check"_s, {});
}

void Notices::offer(const std::shared_ptr<Undo> &undo, const Sentence &text,
                    const QString &iconName, std::chrono::milliseconds possibleFor)
{
    m_last = undo;
    ToastMessage toast;
    toast.makeTexts = [text](ToastMessage &message) {
        message.text = text();
        message.actionText = tr("Undo");
    };
    toast.iconName = iconName;
    toast.action = [this, undo] { run(undo); };
    toast.isUndo = true;
    toast.undoFor = possibleFor;
    undo->toast = m_toasts.show(toast);
}

void Notices::tellDeleted(AdminClient &client, const Result<Admin::TrashEntry> &reply,
                          const Sentence &done, const Sentence &failed)
{
    if (reply)
        offerUndo(client, *reply, done);
    else
        complain(failed, reply.error());
}

void Notices::undoLast()
{
    if (m_last)
        run(std::shared_ptr<Undo>(m_last));
}

void Notices::run(const std::shared_ptr<Undo> &undo)
{
    if (m_last == undo)
        m_last.reset();
    m_toasts.close(undo->toast); // it would offer what is done
    const std::function<void()> action = std::exchange(undo->run, {});
    if (action && undo->owner)
        action();
}

void Notices::restore(AdminClient &client, const Admin::TrashEntry &entry)
{
    onReply(client.restore(entry.id), this, [this, entry](const Result<Admin::Restored> &reply) {
        if (!reply) {
            complain([why = trashReason(reply.error())] {
                return tr("It could not be brought back.") + u' ' + why();
            });
            return;
        }
        say(restoredText(entry.kind, reply->name, entry.messages));
        emit restored(reply->name);
    });
}

Sentence Notices::restoredText(Admin::TrashEntry::Kind kind, const QString &name, qint64 messages)
{
    return [kind, name, messages = int(messages)] {
        switch (kind) {
        case Admin::TrashEntry::Kind::Queue:
            return tr("Queue %1 is back.").arg(name);
        case Admin::TrashEntry::Kind::Topic:
            return tr("Topic %1 is back.").arg(name);
        case Admin::TrashEntry::Kind::Subscription:
            return tr("Subscription %1 is back.").arg(name);
        default:
            return tr("%Ln message(s) came back into %1.", nullptr, messages).arg(name);
        }
    };
}

} // namespace Signalbox
