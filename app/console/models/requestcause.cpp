// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/requestcause.h"

#include "console/models/requestlistmodel.h"

#include <QCoreApplication>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

/// Texts of this file, under one context.
class CauseTexts
{
    Q_DECLARE_TR_FUNCTIONS(RequestCause)
};

/// What of the signed lines differs, as a title; empty when it is not the lines.
QString differingLine(SigningMistake mistake)
{
    switch (mistake) {
    case SigningMistake::ContentType:
        return CauseTexts::tr("The Content-Type line differs");
    case SigningMistake::ContentMd5:
        return CauseTexts::tr("The Content-MD5 line differs");
    case SigningMistake::Date:
        return CauseTexts::tr("The date line differs");
    case SigningMistake::Headers:
        return CauseTexts::tr("The header lines differ");
    case SigningMistake::Resource:
        return CauseTexts::tr("The path differs");
    case SigningMistake::Method:
        return CauseTexts::tr("The method differs");
    case SigningMistake::Lines:
        return CauseTexts::tr("The line breaks differ");
    case SigningMistake::Secret:
    case SigningMistake::Digest:
    case SigningMistake::Unknown:
        break;
    }
    return {};
}

RequestCause mismatchCause(SigningMistake mistake)
{
    const auto icon = u"fingerprint"_s;
    if (mistake == SigningMistake::Secret) {
        return {icon, CauseTexts::tr("The secret has something around it"),
                CauseTexts::tr("The signature fits the broker's secret with a line break, a space, "
                               "quotes or an & at its end, or the key ID in its place.")};
    }
    if (mistake == SigningMistake::Digest) {
        return {icon, CauseTexts::tr("The hash or its encoding differs"),
                CauseTexts::tr("The right lines and the right secret, but the signature must be "
                               "HMAC-SHA1, its 20 bytes in Base64.")};
    }
    if (const QString title = differingLine(mistake); !title.isEmpty()) {
        return {icon, title,
                CauseTexts::tr("The signature fits once the lines read as below. The client signed "
                               "one thing and sent another.")};
    }
    return {icon, CauseTexts::tr("The secret is probably different"),
            CauseTexts::tr("The broker signed what stands below, from what arrived. When your "
                           "app signs the same lines, its secret is another one than the "
                           "broker's.")};
}

RequestCause signatureCause(const Admin::RequestRecord &request)
{
    if (request.code == "SignatureDoesNotMatch"_L1)
        return mismatchCause(request.signingMistake);
    if (request.code == "InvalidAccessKeyId"_L1) {
        return {u"key-round"_s,
                CauseTexts::tr("The key %1 is not known here").arg(request.accessKeyId),
                CauseTexts::tr("The broker has one access key; Settings, Broker shows its ID.")};
    }
    if (request.code == "TimeExpired"_L1) {
        return {
            u"clock"_s, CauseTexts::tr("The clocks are too far apart"),
            CauseTexts::tr("The Date of the request differs from the broker's time by more than "
                           "15 minutes.")};
    }
    if (request.code.endsWith("Header"_L1) || request.code == "InvalidContentType"_L1) {
        return {u"fingerprint"_s, CauseTexts::tr("A header is missing or wrong"), request.message};
    }
    if (request.code == "AccessDenied"_L1) {
        return {u"shield-x"_s,
                CauseTexts::tr("The key %1 may not do this").arg(request.accessKeyId),
                request.message};
    }
    return {};
}

RequestCause queueCause(const Admin::RequestRecord &request)
{
    const QString subject = RequestListModel::subjectOf(request);
    if (request.code == "QueueNotExist"_L1) {
        return {
            u"inbox"_s, CauseTexts::tr("There is no queue %1").arg(subject),
            CauseTexts::tr("It was never created, or it was deleted. Names are case-sensitive.")};
    }
    if (request.code == "QueueAlreadyExist"_L1) {
        return {u"inbox"_s, CauseTexts::tr("A queue %1 is there already").arg(subject),
                CauseTexts::tr("It has other attributes than the request gives. With the same ones "
                               "creating it again is no error.")};
    }
    if (request.code == "InvalidQueueName"_L1 || request.code == "QueueNameLengthError"_L1) {
        return {
            u"inbox"_s, CauseTexts::tr("%1 is no name for a queue").arg(subject),
            CauseTexts::tr("Letters, digits and hyphens, first a letter or a digit, at most 256 "
                           "of them.")};
    }
    return {};
}

RequestCause messageCause(const Admin::RequestRecord &request)
{
    if (request.code == "ReceiptHandleError"_L1) {
        return {
            u"timer"_s, CauseTexts::tr("The receipt handle is no longer valid"),
            CauseTexts::tr("The lease ended or was changed before, so another receiver may have "
                           "the message. A longer visibility timeout helps.")};
    }
    if (request.code == "MalformedXML"_L1) {
        return {u"code-xml"_s, CauseTexts::tr("The body cannot be read as XML"), request.message};
    }
    if (request.code == "InvalidDegist"_L1) {
        return {
            u"code-xml"_s, CauseTexts::tr("The Content-MD5 does not fit the body"),
            CauseTexts::tr("The body was changed after the header was computed, or on its way.")};
    }
    if (request.code == "InvalidArgument"_L1) {
        return {u"sliders-horizontal"_s, CauseTexts::tr("A value is outside its range"),
                request.message};
    }
    if (request.code == "InternalError"_L1) {
        return {u"database"_s, CauseTexts::tr("The broker could not do it"), request.message};
    }
    return {};
}

} // namespace

RequestCause requestCause(const Admin::RequestRecord &request)
{
    for (auto find : {signatureCause, queueCause, messageCause}) {
        if (const RequestCause cause = find(request); !cause.title.isEmpty())
            return cause;
    }
    return {u"octagon-alert"_s, request.code, request.message};
}

} // namespace Signalbox
