// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/savedattributes.h"

#include "console/brokerconnection.h"
#include "console/notices.h"
#include "console/onreply.h"

#include <QCoreApplication>

namespace Signalbox {

namespace {

class AttributeTexts
{
    Q_DECLARE_TR_FUNCTIONS(SavedAttributes)
};

void tellSetBack(const Workspace &workspace, const QString &name, const Result<void> &reply)
{
    if (!reply) {
        return workspace.notices.complain(
            [name] {
                return AttributeTexts::tr("The attributes of %1 could not be changed back.")
                    .arg(name);
            },
            reply.error());
    }
    workspace.notices.say(
        [name] { return AttributeTexts::tr("The attributes of %1 are as they were.").arg(name); });
    workspace.connection.refresh();
}

} // namespace

void tellAttributesSaved(const Workspace &workspace, const QString &name, const Sentence &done,
                         const std::function<QFuture<Result<void>>(MnsClient &)> &setBack)
{
    workspace.connection.refresh();
    workspace.notices.offerUndo(&workspace.connection, done, [workspace, name, setBack] {
        onReply(
            setBack(workspace.connection.mns()), &workspace.connection,
            [workspace, name](const Result<void> &reply) { tellSetBack(workspace, name, reply); });
    });
}

} // namespace Signalbox
