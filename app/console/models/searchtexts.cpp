// SPDX-License-Identifier: GPL-3.0-only
#include "console/models/searchtexts.h"

#include "widgets/format.h"

#include <QCoreApplication>

#include <utility>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

class SearchTexts
{
    Q_DECLARE_TR_FUNCTIONS(SearchTexts)
};

QString nameOf(SearchProblem::Kind kind)
{
    switch (kind) {
    case SearchProblem::Kind::MissingKey:
        return SearchTexts::tr("A key must follow the dot.");
    case SearchProblem::Kind::MissingIndex:
        return SearchTexts::tr("An index or a quoted key must follow the bracket.");
    case SearchProblem::Kind::UnclosedBracket:
        return SearchTexts::tr("The bracket is not closed.");
    case SearchProblem::Kind::UnclosedText:
        return SearchTexts::tr("The quotation mark is not closed.");
    case SearchProblem::Kind::BadEscape:
        return SearchTexts::tr("The quoted text has an escape that JSON does not know.");
    case SearchProblem::Kind::MissingEquals:
        return SearchTexts::tr("One “=” must follow.");
    case SearchProblem::Kind::MissingName:
        return SearchTexts::tr("The name of a property must follow.");
    case SearchProblem::Kind::MissingValue:
        return SearchTexts::tr("A value must follow.");
    case SearchProblem::Kind::TextBehindValue:
        return SearchTexts::tr("Nothing may follow the quoted value.");
    case SearchProblem::Kind::NotAnId:
        break;
    }
    return SearchTexts::tr("A message ID has up to 32 digits from 0 to F.");
}

} // namespace

QString problemInSearch(const SearchProblem &problem)
{
    //: %1 is a position in the text of a search, %2 a sentence. "text:" stays as it is.
    return SearchTexts::tr("Character %1: %2 Begin with text: to look for it as it stands.")
        .arg(Format::count(problem.position), nameOf(problem.kind));
}

QString missingInSearch(const SearchProblem &problem)
{
    return nameOf(problem.kind);
}

QString searchHelp()
{
    const std::pair<QString, QString> rows[] = {
        {u"pear"_s,
         SearchTexts::tr("text in a body, a property, the group or at the end of an ID")},
        {u"$.items[0].sku = \"CAM-4K\""_s,
         SearchTexts::tr("a value of a JSON body: text, number, true, false or null")},
        {u"id: 5F29"_s, SearchTexts::tr("a message ID, or its end")},
        {u"tag: important"_s, SearchTexts::tr("the tag of a topic's notification")},
        {u"group: customer-7"_s, SearchTexts::tr("the message group")},
        {u"prop.kind = refund"_s, SearchTexts::tr("a property")},
        {u"text: $.5"_s, SearchTexts::tr("text, whatever it begins with")},
    };
    QString table = u"<table cellspacing=\"2\">"_s;
    for (const auto &[example, meaning] : rows)
        table += u"<tr><td><code>%1</code>&nbsp;&nbsp;</td><td>%2</td></tr>"_s.arg(
            example.toHtmlEscaped(), meaning.toHtmlEscaped());
    return table + u"</table>"_s;
}

} // namespace Signalbox
