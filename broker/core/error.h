// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>

namespace Signalbox {

/// Everything that can be refused, once. The wire name and HTTP status of each code stand in
/// protocol/wireerrors.h; codes from NetworkFailure on exist on the client's side only and never
/// travel.
enum class ErrorCode {
    AccessDenied,
    AccessDeniedByRamPolicy,
    InvalidAccessKeyId,
    SignatureDoesNotMatch,
    InvalidSecurityToken,
    InvalidAuthorizationHeader,
    MissingAuthorizationHeader,
    InvalidDateHeader,
    MissingDateHeader,
    TimeExpired,
    InvalidVersionHeader,
    MissingVersionHeader,
    InvalidContentType,
    InvalidDegist, ///< The protocol's own spelling: Content-MD5 differs from the body.
    InvalidRequestUrl,
    InvalidQueryString,
    MalformedXml,
    InvalidArgument,
    MissingReceiptHandle,
    MissingVisibilityTimeout,
    ReceiptHandleError,
    MessageNotExist,
    InvalidQueueName,
    QueueNameLengthError,
    QueueAlreadyExist,
    QueueNumExceededLimit,
    QueueNotExist,
    TopicNameInvalid,
    TopicNameLengthError,
    TopicAlreadyExist,
    TopicNotExist,
    SubscriptionNameInvalid,
    SubscriptionNameLengthError,
    SubscriptionAlreadyExist,
    SubscriptionNotExist,
    EndpointInvalid,
    QpsLimitExceeded,
    InternalError,

    // Of the admin API only.
    NotFound,
    Conflict,
    MethodNotAllowed,
    InvalidSearch, ///< A search text that cannot be understood.

    // Of clients only.
    NetworkFailure,
    Timeout,
    UnexpectedReply,
    Cancelled,
};

/// Why something was refused: a code for programs and a sentence for people. Never contains secrets
/// or bodies.
struct Error
{
    ErrorCode code = ErrorCode::InternalError;
    QString message;

    bool operator==(const Error &) const = default;
};

} // namespace Signalbox
