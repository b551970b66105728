// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "core/result.h"
#include "protocol/pushendpoint.h"
#include "protocol/topic.h"
#include "push/pushcall.h"
#include "push/pushchannels.h"

namespace Signalbox {

/// A message on its way to people, with all that its mail or SMS is made of.
struct ChannelMessage
{
    PushEndpoint endpoint; ///< Of the subscription: Mail or Sms.
    QList<MessageAttribute> attributes; ///< As published.
    QByteArray body; ///< UTF-8 text
    QByteArray id; ///< Alike for each try of this message at this subscription, no other's.
};

/// The mail that \a relay gets for \a message at the time \a systemMs (Unix milliseconds). It comes
/// from the attributes' AccountName where that is an address, and names the relay's own as Sender;
/// the envelope has the relay's.
/// Errors: InvalidArgument, when nobody is named, or somebody by what is no address.
[[nodiscard]] Result<PushCall> makeMailCall(const MailRelay &relay, const ChannelMessage &message,
                                            qint64 systemMs);

/// The one request that \a gateway gets for \a message: {phone} (several separated by commas),
/// {text}, {sign}, {template} and {params} are filled in once; any other text in braces stays.
/// Values are escaped as the content type asks: JSON, XML or form; percent-encoded in the URL.
/// Errors: InvalidArgument, when nobody is named, or somebody by what is no phone number.
[[nodiscard]] Result<PushCall> makeSmsCall(const SmsGateway &gateway,
                                           const ChannelMessage &message);

} // namespace Signalbox
