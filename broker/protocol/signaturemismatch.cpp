// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/signaturemismatch.h"

#include "protocol/contentmd5.h"
#include "protocol/hmac.h"
#include "protocol/percentencoding.h"
#include "protocol/resourcepath.h"
#include "protocol/signatureparts.h"

#include <algorithm>
#include <array>

namespace Signalbox {

namespace {

constexpr std::array<std::pair<SigningMistake, const char *>, 9> kNames{{
    {SigningMistake::ContentType, "contentType"},
    {SigningMistake::ContentMd5, "contentMd5"},
    {SigningMistake::Date, "date"},
    {SigningMistake::Headers, "headers"},
    {SigningMistake::Resource, "resource"},
    {SigningMistake::Method, "method"},
    {SigningMistake::Lines, "lines"},
    {SigningMistake::Secret, "secret"},
    {SigningMistake::Digest, "digest"},
}};

/// \a request with the one value \a value of header \a name; without the header for a null value.
SignedRequest withHeader(SignedRequest request, const QByteArray &name, const QByteArray &value)
{
    std::erase_if(request.headers, [&](const auto &header) { return header.first == name; });
    if (!value.isNull())
        request.headers.emplace_back(name, value);
    return request;
}

/// Makes mistakes, one after the other, until one leads to the client's signature.
class MistakeSearch
{
public:
    MistakeSearch(const SignedRequest &request, QByteArrayView body,
                  const Authorization &authorization, const QByteArray &secret)
        : m_request(request)
        , m_body(body)
        , m_authorization(authorization)
        , m_secret(secret)
    {
        m_result.stringToSign = stringToSign(request, authorization);
    }

    SignatureMismatch run()
    {
        using Step = void (MistakeSearch::*)();
        static constexpr std::array<Step, 9> steps{
            &MistakeSearch::changeContentType, &MistakeSearch::changeContentMd5,
            &MistakeSearch::changeDate,        &MistakeSearch::changeHeaders,
            &MistakeSearch::changeResource,    &MistakeSearch::changeMethod,
            &MistakeSearch::changeLines,       &MistakeSearch::changeSecret,
            &MistakeSearch::changeDigest};
        for (const Step step : steps) {
            if (!isFound())
                (this->*step)();
        }
        return m_result;
    }

private:
    [[nodiscard]] bool isFound() const { return m_result.mistake != SigningMistake::Unknown; }

    void found(SigningMistake mistake, const QByteArray &clientStringToSign)
    {
        m_result.mistake = mistake;
        m_result.clientStringToSign = clientStringToSign;
    }

    /// Tries \a changed in place of the request.
    void tryRequest(SigningMistake mistake, const SignedRequest &changed)
    {
        if (isFound())
            return;
        ++m_result.variantsTried;
        if (verifySignature(changed, m_authorization, m_secret))
            found(mistake, stringToSign(changed, m_authorization));
    }

    void tryHeader(SigningMistake mistake, const QByteArray &name, const QByteArray &value)
    {
        if (m_request.header(name) != value)
            tryRequest(mistake, withHeader(m_request, name, value));
    }

    void tryTarget(const QByteArray &target)
    {
        if (target == m_request.target || target.isEmpty())
            return;
        SignedRequest changed = m_request;
        changed.target = target;
        tryRequest(SigningMistake::Resource, changed);
    }

    /// Tries \a text in place of the string to sign; only of V2, whose form clients make by hand.
    void tryText(SigningMistake mistake, const QByteArray &text)
    {
        const auto *v2 = std::get_if<V2Authorization>(&m_authorization);
        if (isFound() || !v2 || text == m_result.stringToSign)
            return;
        ++m_result.variantsTried;
        if (equalInConstantTime(signV2(m_secret, text), v2->signature))
            found(mistake, text);
    }

    void trySecret(const QByteArray &secret)
    {
        if (isFound() || secret == m_secret)
            return;
        ++m_result.variantsTried;
        if (verifySignature(m_request, m_authorization, secret))
            found(SigningMistake::Secret, m_result.stringToSign);
    }

    void tryDigest(const QByteArray &signature)
    {
        const auto *v2 = std::get_if<V2Authorization>(&m_authorization);
        if (isFound() || !v2)
            return;
        ++m_result.variantsTried;
        if (equalInConstantTime(signature, v2->signature))
            found(SigningMistake::Digest, m_result.stringToSign);
    }

    void changeContentType()
    {
        for (const char *type :
             {static_cast<const char *>(nullptr), "text/xml", "text/xml;charset=utf-8",
              "text/xml; charset=utf-8", "text/xml;charset=UTF-8", "text/xml; charset=UTF-8",
              "application/xml", "text/plain", "application/octet-stream", "application/json",
              "application/x-www-form-urlencoded"})
            tryHeader(SigningMistake::ContentType, "content-type", type);
        tryHeader(SigningMistake::ContentType, "content-type",
                  m_request.header("content-type").toByteArray().toLower());
    }

    void changeContentMd5()
    {
        tryHeader(SigningMistake::ContentMd5, "content-md5", {});
        tryHeader(SigningMistake::ContentMd5, "content-md5", ContentMd5::make(m_body));
        tryHeader(SigningMistake::ContentMd5, "content-md5",
                  QByteArray::fromBase64(ContentMd5::make(m_body)).toHex().toBase64());
    }

    void changeDate()
    {
        const QByteArray other = m_request.header("x-mns-date").toByteArray();
        if (!other.isEmpty())
            tryHeader(SigningMistake::Date, "date", other);
    }

    void changeHeaders()
    {
        const auto without = [this](auto isDropped) {
            SignedRequest changed = m_request;
            std::erase_if(changed.headers,
                          [&](const auto &header) { return isDropped(header.first); });
            if (changed.headers.size() < m_request.headers.size())
                tryRequest(SigningMistake::Headers, changed);
        };
        without([](const QByteArray &name) { return name.startsWith("x-mns-"); });
        without([](const QByteArray &name) {
            return name.startsWith("x-mns-") && name != "x-mns-version";
        });
        without(
            [](const QByteArray &name) { return name == "content-type" || name == "content-md5"; });
    }

    void changeResource()
    {
        const QByteArray target = originForm(m_request.target);
        const QByteArray path = target.first(std::max<qsizetype>(target.indexOf('?'), 0));
        tryTarget(path);
        tryTarget(target.endsWith('/') ? target.chopped(1) : target + '/');
        tryTarget(target.mid(1));
        if (const std::optional<QByteArray> decoded = percentDecoded(target))
            tryTarget(*decoded);
        tryTarget(percentEncoded(target, "/?&=%"));
        tryTarget(target.toLower());
    }

    void changeMethod()
    {
        SignedRequest changed = m_request;
        changed.method = changed.method.toLower();
        tryRequest(SigningMistake::Method, changed);
    }

    void changeLines()
    {
        const QByteArray right = m_result.stringToSign;
        tryText(SigningMistake::Lines, right + '\n');
        tryText(SigningMistake::Lines, QByteArray(right).replace("\n", "\r\n"));
        tryText(SigningMistake::Lines, QByteArray(right).replace("\n\n", "\n"));
        tryText(SigningMistake::Headers, withHeaderLines(": "));
        tryText(SigningMistake::Headers, withHeaderLines(":"));
    }

    /// The string to sign with the x-mns-* headers in the order of their arrival, each name and
    /// value joined by \a separator.
    [[nodiscard]] QByteArray withHeaderLines(const char *separator) const
    {
        constexpr int kLinesBefore = 4; // method, MD5, type, date
        qsizetype start = 0;
        for (int line = 0; line < kLinesBefore; ++line)
            start = m_result.stringToSign.indexOf('\n', start) + 1;
        QByteArray text = m_result.stringToSign.first(start);
        for (const auto &[name, value] : m_request.headers) {
            if (name.startsWith("x-mns-"))
                text += name + separator + value.trimmed() + '\n';
        }
        return text + m_request.target;
    }

    void changeSecret()
    {
        for (const char *end : {"\n", "\r\n", "\r", " ", "&"})
            trySecret(m_secret + end);
        trySecret(m_secret.trimmed());
        trySecret('"' + m_secret + '"');
        trySecret(m_secret.toBase64());
        trySecret(accessKeyId(m_authorization));
    }

    void changeDigest()
    {
        const QByteArray &text = m_result.stringToSign;
        const QByteArray sha1 = hmacSha1(m_secret, text);
        const QByteArray sha256 = hmacSha256(m_secret, text);
        for (const QByteArray &signature :
             {sha1.toHex(), sha1.toHex().toUpper(), sha1.toHex().toBase64(),
              sha1.toBase64(QByteArray::OmitTrailingEquals),
              sha1.toBase64(QByteArray::Base64UrlEncoding), sha256.toBase64(), sha256.toHex()})
            tryDigest(signature);
        tryDigest(percentEncoded(sha1.toBase64()));
    }

    const SignedRequest &m_request;
    const QByteArrayView m_body;
    const Authorization &m_authorization;
    const QByteArray &m_secret;
    SignatureMismatch m_result;
};

} // namespace

SignatureMismatch explainMismatch(const SignedRequest &request, QByteArrayView body,
                                  const Authorization &authorization, const QByteArray &secret)
{
    return MistakeSearch(request, body, authorization, secret).run();
}

QByteArray nameOf(SigningMistake mistake)
{
    for (const auto &[known, name] : kNames) {
        if (known == mistake)
            return name;
    }
    return {};
}

SigningMistake signingMistake(QByteArrayView name)
{
    for (const auto &[mistake, known] : kNames) {
        if (name == known)
            return mistake;
    }
    return SigningMistake::Unknown;
}

} // namespace Signalbox
