// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/wireerrors.h"

#include <algorithm>
#include <iterator>

namespace Signalbox {

namespace {

enum class Travels { Yes, No };

struct Row
{
    ErrorCode code;
    QByteArrayView name;
    int httpStatus;
    Travels travels = Travels::Yes;
};

// In the order of ErrorCode, so that a code is its own index.
constexpr Row kRows[] = {
    {ErrorCode::AccessDenied, "AccessDenied", 403},
    {ErrorCode::AccessDeniedByRamPolicy, "AccessDeniedByRamPolicy", 403},
    {ErrorCode::InvalidAccessKeyId, "InvalidAccessKeyId", 403},
    {ErrorCode::SignatureDoesNotMatch, "SignatureDoesNotMatch", 403},
    {ErrorCode::InvalidSecurityToken, "InvalidSecurityToken", 403},
    {ErrorCode::InvalidAuthorizationHeader, "InvalidAuthorizationHeader", 400},
    {ErrorCode::MissingAuthorizationHeader, "MissingAuthorizationHeader", 400},
    {ErrorCode::InvalidDateHeader, "InvalidDateHeader", 400},
    {ErrorCode::MissingDateHeader, "MissingDateHeader", 400},
    {ErrorCode::TimeExpired, "TimeExpired", 408},
    {ErrorCode::InvalidVersionHeader, "InvalidVersionHeader", 400},
    {ErrorCode::MissingVersionHeader, "MissingVersionHeader", 400},
    {ErrorCode::InvalidContentType, "InvalidContentType", 400},
    {ErrorCode::InvalidDegist, "InvalidDegist", 400},
    {ErrorCode::InvalidRequestUrl, "InvalidRequestURL", 400},
    {ErrorCode::InvalidQueryString, "InvalidQueryString", 400},
    {ErrorCode::MalformedXml, "MalformedXML", 400},
    {ErrorCode::InvalidArgument, "InvalidArgument", 400},
    {ErrorCode::MissingReceiptHandle, "MissingReceiptHandle", 400},
    {ErrorCode::MissingVisibilityTimeout, "MissingVisibilityTimeout", 400},
    {ErrorCode::ReceiptHandleError, "ReceiptHandleError", 400},
    {ErrorCode::MessageNotExist, "MessageNotExist", 404},
    {ErrorCode::InvalidQueueName, "InvalidQueueName", 400},
    {ErrorCode::QueueNameLengthError, "QueueNameLengthError", 400},
    {ErrorCode::QueueAlreadyExist, "QueueAlreadyExist", 409},
    {ErrorCode::QueueNumExceededLimit, "QueueNumExceededLimit", 400},
    {ErrorCode::QueueNotExist, "QueueNotExist", 404},
    {ErrorCode::TopicNameInvalid, "TopicNameInvalid", 400},
    {ErrorCode::TopicNameLengthError, "TopicNameLengthError", 400},
    {ErrorCode::TopicAlreadyExist, "TopicAlreadyExist", 409},
    {ErrorCode::TopicNotExist, "TopicNotExist", 404},
    {ErrorCode::SubscriptionNameInvalid, "SubscriptionNameInvalid", 400},
    {ErrorCode::SubscriptionNameLengthError, "SubscriptionNameLengthError", 400},
    {ErrorCode::SubscriptionAlreadyExist, "SubscriptionAlreadyExist", 409},
    {ErrorCode::SubscriptionNotExist, "SubscriptionNotExist", 404},
    {ErrorCode::EndpointInvalid, "EndpointInvalid", 400},
    {ErrorCode::QpsLimitExceeded, "QpsLimitExceeded", 400},
    {ErrorCode::InternalError, "InternalError", 500},
    {ErrorCode::NotFound, "NotFound", 404},
    {ErrorCode::Conflict, "Conflict", 409},
    {ErrorCode::MethodNotAllowed, "MethodNotAllowed", 405},
    {ErrorCode::InvalidSearch, "InvalidSearch", 400},
    {ErrorCode::NetworkFailure, "NetworkFailure", 500, Travels::No},
    {ErrorCode::Timeout, "Timeout", 500, Travels::No},
    {ErrorCode::UnexpectedReply, "UnexpectedReply", 500, Travels::No},
    {ErrorCode::Cancelled, "Cancelled", 500, Travels::No},
};

constexpr bool rowsFollowTheEnum()
{
    for (std::size_t i = 0; i < std::size(kRows); ++i) {
        if (static_cast<std::size_t>(kRows[i].code) != i)
            return false;
    }
    return true;
}
static_assert(rowsFollowTheEnum(), "one row per ErrorCode, in its order");
static_assert(std::size(kRows) == static_cast<std::size_t>(ErrorCode::Cancelled) + 1);

struct Alias
{
    QByteArrayView name;
    ErrorCode code;
};

// Spellings that other servers, older documents or SDKs use for the same thing.
constexpr Alias kAliases[] = {
    {"InternalServerError", ErrorCode::InternalError},
    {"InvalidDigest", ErrorCode::InvalidDegist},
};

} // namespace

WireError wireError(ErrorCode code)
{
    const Row &row = kRows[static_cast<std::size_t>(code)];
    return {row.name, row.httpStatus};
}

std::optional<ErrorCode> errorCodeFromWire(QByteArrayView name)
{
    for (const Row &row : kRows) {
        if (row.travels == Travels::Yes && row.name == name)
            return row.code;
    }
    for (const Alias &alias : kAliases) {
        if (alias.name == name)
            return alias.code;
    }
    return std::nullopt;
}

} // namespace Signalbox
