// SPDX-License-Identifier: GPL-3.0-only
#include "console/errortext.h"

#include "core/error.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace Signalbox {

namespace {

struct CodeText
{
    ErrorCode code;
    const char *text;
};

constexpr char kNameRule[] = QT_TRANSLATE_NOOP(
    "ErrorText",
    "The name is not accepted: letters, digits and hyphens only, first a letter or a digit.");
constexpr char kNameLength[] =
    QT_TRANSLATE_NOOP("ErrorText", "The name is not accepted: it is too long, or empty.");

/// What the code says is all there is to say.
constexpr CodeText kTexts[] = {
    {ErrorCode::NetworkFailure, QT_TRANSLATE_NOOP("ErrorText", "The broker cannot be reached.")},
    {ErrorCode::Timeout, QT_TRANSLATE_NOOP("ErrorText", "The broker did not answer in time.")},
    {ErrorCode::Cancelled, QT_TRANSLATE_NOOP("ErrorText", "The change was not confirmed.")},
    {ErrorCode::AccessDenied,
     QT_TRANSLATE_NOOP("ErrorText", "The access key may not do this (403 AccessDenied).")},
    {ErrorCode::SignatureDoesNotMatch,
     QT_TRANSLATE_NOOP("ErrorText", "The broker does not accept the access key.")},
    {ErrorCode::InvalidAccessKeyId,
     QT_TRANSLATE_NOOP("ErrorText", "The broker does not accept the access key.")},
    {ErrorCode::TimeExpired,
     QT_TRANSLATE_NOOP(
         "ErrorText", "The clocks of this machine and the broker are more than 15 minutes apart.")},
    {ErrorCode::QpsLimitExceeded,
     QT_TRANSLATE_NOOP("ErrorText", "The broker allows no more requests in this second.")},
    {ErrorCode::QueueNumExceededLimit,
     QT_TRANSLATE_NOOP("ErrorText", "The broker allows no more queues.")},
    {ErrorCode::InvalidQueueName, kNameRule},
    {ErrorCode::TopicNameInvalid, kNameRule},
    {ErrorCode::SubscriptionNameInvalid, kNameRule},
    {ErrorCode::QueueNameLengthError, kNameLength},
    {ErrorCode::TopicNameLengthError, kNameLength},
    {ErrorCode::SubscriptionNameLengthError, kNameLength},
    {ErrorCode::QueueAlreadyExist,
     QT_TRANSLATE_NOOP("ErrorText",
                       "A queue of this name is there already, with other attributes.")},
    {ErrorCode::QueueNotExist, QT_TRANSLATE_NOOP("ErrorText", "The queue no longer exists.")},
    {ErrorCode::MessageNotExist, QT_TRANSLATE_NOOP("ErrorText", "The message no longer exists.")},
    {ErrorCode::ReceiptHandleError,
     QT_TRANSLATE_NOOP("ErrorText",
                       "The lease has ended, so its receipt handle does nothing any more.")},
    {ErrorCode::TopicAlreadyExist,
     QT_TRANSLATE_NOOP("ErrorText",
                       "A topic of this name is there already, with other attributes.")},
    {ErrorCode::TopicNotExist, QT_TRANSLATE_NOOP("ErrorText", "The topic no longer exists.")},
    {ErrorCode::SubscriptionAlreadyExist,
     QT_TRANSLATE_NOOP("ErrorText",
                       "A subscription of this name is there already, with other attributes.")},
    {ErrorCode::SubscriptionNotExist,
     QT_TRANSLATE_NOOP("ErrorText", "The subscription no longer exists.")},
};

/// What went wrong stands in the words that came with the code, in the language of who gave them.
constexpr CodeText kDetailed[] = {
    {ErrorCode::InvalidArgument, QT_TRANSLATE_NOOP("ErrorText", "A value is not accepted: “%1”")},
    {ErrorCode::MalformedXml, QT_TRANSLATE_NOOP("ErrorText", "A value is not accepted: “%1”")},
    {ErrorCode::EndpointInvalid,
     QT_TRANSLATE_NOOP("ErrorText", "The endpoint is not accepted: “%1”")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("ErrorText", text);
}

} // namespace

QString errorText(const Error &error)
{
    const auto *plain = std::ranges::find(kTexts, error.code, &CodeText::code);
    if (plain != std::end(kTexts))
        return translated(plain->text);
    const auto *detailed = std::ranges::find(kDetailed, error.code, &CodeText::code);
    return translated(detailed != std::end(kDetailed)
                          ? detailed->text
                          : QT_TRANSLATE_NOOP("ErrorText", "The reason given: “%1”"))
        .arg(error.message);
}

QString changeErrorText(const Error &error)
{
    if (error.code != ErrorCode::Timeout)
        return errorText(error);
    return translated(
        QT_TRANSLATE_NOOP("ErrorText",
                          "The broker did not answer in time. It may have been done, or be done "
                          "later: look before you repeat it."));
}

Sentence reason(const Error &error)
{
    return [error] { return errorText(error); };
}

Sentence trashReason(const Error &error)
{
    if (error.code != ErrorCode::NotFound)
        return reason(error);
    return
        [] { return translated(QT_TRANSLATE_NOOP("ErrorText", "It is no longer in the trash.")); };
}

} // namespace Signalbox
