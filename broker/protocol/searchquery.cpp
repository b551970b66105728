// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/searchquery.h"

#include "protocol/message.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestId = 32;
constexpr qsizetype kLongestIndex = 9; ///< Digits; no list that fits a message has more entries.

/// A JSON text with one value in it; undefined when it is none.
QJsonValue readScalar(const QString &json)
{
    const QJsonDocument wrapped = QJsonDocument::fromJson(u"[%1]"_s.arg(json).toUtf8());
    const QJsonArray values = wrapped.array();
    return values.size() == 1 ? values.first() : QJsonValue(QJsonValue::Undefined);
}

/// The number, truth value or null that \a text spells; else undefined.
QJsonValue literalOf(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$"_s);
    return pattern.match(text).hasMatch() ? readScalar(text) : QJsonValue(QJsonValue::Undefined);
}

/// Reads one query. Each step either goes on behind what it read or notes the problem and leaves
/// the rest alone.
class SearchParser
{
public:
    explicit SearchParser(const QString &text)
        : m_text(text)
        , m_end(text.size())
    {
        while (m_end > 0 && m_text.at(m_end - 1).isSpace())
            --m_end;
        skipSpace();
    }

    std::variant<SearchQuery, SearchProblem> run()
    {
        if (startsWith(u"$.") || startsWith(u"$["))
            readJsonValue();
        else if (take(u"prop."))
            readProperty();
        else if (take(u"id:"))
            readId();
        else if (take(u"tag:"))
            readRest(SearchQuery::Kind::Tag);
        else if (take(u"group:"))
            readRest(SearchQuery::Kind::Group);
        else if (take(u"text:"))
            readRest(SearchQuery::Kind::Text);
        else
            m_query.text = m_text;
        if (m_problem)
            return *m_problem;
        return m_query;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_end; }
    [[nodiscard]] QChar here() const { return atEnd() ? QChar() : m_text.at(m_at); }
    [[nodiscard]] QStringView rest() const
    {
        return QStringView(m_text).mid(m_at, std::max<qsizetype>(m_end - m_at, 0));
    }
    [[nodiscard]] bool startsWith(QStringView start) const { return rest().startsWith(start); }

    bool take(QStringView start)
    {
        if (!startsWith(start))
            return false;
        m_at += start.size();
        return true;
    }

    void skipSpace()
    {
        while (!atEnd() && here().isSpace())
            ++m_at;
    }

    void fail(SearchProblem::Kind kind) { failAt(kind, m_at); }
    void failAt(SearchProblem::Kind kind, qsizetype at)
    {
        if (!m_problem)
            m_problem = SearchProblem{kind, std::min(at, m_end) + 1};
    }

    void readRest(SearchQuery::Kind kind)
    {
        m_query.kind = kind;
        skipSpace();
        m_query.text = rest().toString();
        if (m_query.text.isEmpty())
            fail(SearchProblem::Kind::MissingValue);
    }

    void readId()
    {
        m_query.kind = SearchQuery::Kind::MessageId;
        skipSpace();
        if (atEnd())
            return fail(SearchProblem::Kind::MissingValue);
        const auto isDigit = [](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        };
        const QStringView digits = rest();
        const qsizetype sound = std::ranges::find_if_not(digits, isDigit) - digits.begin();
        if (sound < digits.size() || digits.size() > kLongestId)
            return failAt(SearchProblem::Kind::NotAnId, m_at + std::min(sound, kLongestId));
        m_query.text = digits.toString().toLower();
    }

    void readProperty()
    {
        m_query.kind = SearchQuery::Kind::Property;
        const qsizetype equals = rest().indexOf(u'=');
        m_query.text = (equals < 0 ? rest() : rest().first(equals)).trimmed().toString();
        if (m_query.text.isEmpty())
            return fail(SearchProblem::Kind::MissingName);
        m_at = equals < 0 ? m_end : m_at + equals;
        readComparison();
    }

    void readJsonValue()
    {
        m_query.kind = SearchQuery::Kind::JsonValue;
        ++m_at; // the $
        while (!m_problem && (here() == u'.' || here() == u'['))
            readStep();
        if (!m_problem)
            readComparison();
    }

    void readStep()
    {
        if (take(u"."))
            return readKey();
        const qsizetype bracket = m_at;
        ++m_at;
        skipSpace();
        if (here() == u'"')
            m_query.path.append(SearchQuery::Step(readQuoted()));
        else
            readIndex();
        skipSpace();
        if (!m_problem && !take(u"]"))
            failAt(SearchProblem::Kind::UnclosedBracket, bracket);
    }

    void readKey()
    {
        const qsizetype start = m_at;
        while (!atEnd() && !here().isSpace() && !u".[]=\""_s.contains(here()))
            ++m_at;
        if (m_at == start)
            return fail(SearchProblem::Kind::MissingKey);
        m_query.path.append(SearchQuery::Step(m_text.sliced(start, m_at - start)));
    }

    void readIndex()
    {
        const qsizetype start = m_at;
        while (here() >= u'0' && here() <= u'9')
            ++m_at;
        if (m_at == start || m_at - start > kLongestIndex)
            return failAt(SearchProblem::Kind::MissingIndex, start);
        const qsizetype index = QStringView(m_text).sliced(start, m_at - start).toInt();
        m_query.path.append(SearchQuery::Step(index));
    }

    void readComparison()
    {
        skipSpace();
        if (!take(u"="))
            return fail(SearchProblem::Kind::MissingEquals);
        if (here() == u'=')
            return fail(SearchProblem::Kind::MissingEquals);
        skipSpace();
        if (atEnd())
            return fail(SearchProblem::Kind::MissingValue);
        if (here() != u'"') {
            m_query.value.text = rest().toString();
            m_query.value.literal = literalOf(m_query.value.text);
            return;
        }
        m_query.value.text = readQuoted();
        skipSpace();
        if (!m_problem && !atEnd())
            fail(SearchProblem::Kind::TextBehindValue);
    }

    /// A text in quotation marks, with the escapes of JSON.
    QString readQuoted()
    {
        const qsizetype start = m_at++;
        while (!atEnd() && here() != u'"') {
            if (here() == u'\\')
                ++m_at;
            ++m_at;
        }
        if (atEnd()) {
            failAt(SearchProblem::Kind::UnclosedText, start);
            return {};
        }
        ++m_at;
        const QJsonValue read = readScalar(m_text.sliced(start, m_at - start));
        if (!read.isString())
            failAt(SearchProblem::Kind::BadEscape, start);
        return read.toString();
    }

    const QString &m_text;
    qsizetype m_end; ///< Behind the last character that is no space.
    qsizetype m_at = 0;
    SearchQuery m_query;
    std::optional<SearchProblem> m_problem;
};

QString problemName(SearchProblem::Kind kind)
{
    switch (kind) {
    case SearchProblem::Kind::MissingKey:
        return u"a key must follow the dot"_s;
    case SearchProblem::Kind::MissingIndex:
        return u"an index or a quoted key must follow the bracket"_s;
    case SearchProblem::Kind::UnclosedBracket:
        return u"the bracket is not closed"_s;
    case SearchProblem::Kind::UnclosedText:
        return u"the quotation mark is not closed"_s;
    case SearchProblem::Kind::BadEscape:
        return u"the quoted text has an escape that JSON does not know"_s;
    case SearchProblem::Kind::MissingEquals:
        return u"one \"=\" must follow"_s;
    case SearchProblem::Kind::MissingName:
        return u"the name of a property must follow"_s;
    case SearchProblem::Kind::MissingValue:
        return u"a value must follow"_s;
    case SearchProblem::Kind::TextBehindValue:
        return u"nothing may follow the quoted value"_s;
    case SearchProblem::Kind::NotAnId:
        break;
    }
    return u"a message id has up to 32 hexadecimal digits"_s;
}

} // namespace

QString searchProblemText(const SearchProblem &problem)
{
    return u"The search cannot be understood at character %1: %2. Begin it with \"text:\" to look "
           u"for it as it stands."_s.arg(problem.position)
               .arg(problemName(problem.kind));
}

bool SearchValue::equals(const QJsonValue &found) const
{
    if (found.isString())
        return found.toString() == text;
    return !literal.isUndefined() && literal == found;
}

bool SearchValue::equals(const MessageProperty &property) const
{
    if (property.value == text)
        return true;
    if (literal.isDouble() && property.type == PropertyType::Number)
        return literalOf(property.value) == literal;
    return literal.isBool() && property.type == PropertyType::Boolean
        && property.value.compare(text, Qt::CaseInsensitive) == 0;
}

std::variant<SearchQuery, SearchProblem> SearchQuery::parse(const QString &text)
{
    return SearchParser(text).run();
}

QJsonValue jsonValueAt(const QByteArray &json, const SearchQuery::Path &path)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QJsonValue value = document.isObject() ? QJsonValue(document.object())
        : document.isArray()               ? QJsonValue(document.array())
                                           : QJsonValue(QJsonValue::Undefined);
    for (const SearchQuery::Step &step : path) {
        if (const auto *key = std::get_if<QString>(&step))
            value = value.isObject() ? value.toObject().value(*key) : QJsonValue::Undefined;
        else
            value = value.isArray() ? value.toArray().at(std::get<qsizetype>(step))
                                    : QJsonValue::Undefined;
    }
    return value;
}

} // namespace Signalbox
