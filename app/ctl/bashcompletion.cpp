// SPDX-License-Identifier: GPL-3.0-only
#include "bashcompletion.h"

#include "choices.h"

#include <QMap>

namespace Signalbox::Ctl {

using namespace Qt::StringLiterals;

namespace {

// Bash cuts words at colons too, so it is the line that is read here. $option is the one whose
// value the current word is; $place counts the arguments of the command before it.
constexpr char kTemplate[] = R"bash(_signalboxctl()
{
    local IFS=$' \t\n' line=() connection=() word path= option= place=0 topic= words= names= before=
    read -ra line <<< "${COMP_LINE:0:COMP_POINT}"
    case "${COMP_LINE:0:COMP_POINT}" in *' ') line+=('') ;; esac
    local last=$((${#line[@]} - 1))
    local current=${line[last]}
    for word in "${line[@]:1:last-1}"; do
        if [ -z "$option" ]; then
            case "$word" in --*=*) option=${word%%=*} word=${word#*=} ;; esac
        fi
        if [ -n "$option" ]; then
            case "$option" in
                @connection@) connection+=("$option" "$word") ;;
                --topic) topic=$word ;;
            esac
            option=
            continue
        fi
        case "$path:$word" in @valued@) option=$word; continue ;; esac
        case "${path:+$path }$word" in
            @paths@) path="${path:+$path }$word" place=0 ;;
            -*|*' '-*) ;;
            *) [ "$place" -gt 0 ] || topic=$word
                place=$((place + 1)) ;;
        esac
    done
    if [ -z "$option" ]; then
        case "$current" in --*=*) option=${current%%=*} current=${current#*=} ;; esac
    fi
    if [ -n "$option" ]; then
        case "$path:$option" in
@values@        esac
        case "$words:$current" in ?*:*,*) before=${current%,*}, current=${current##*,} ;; esac
    else
        case $path in
@words@        esac
        case "$path:$place:$current" in
            *:*:-*) ;;
@arguments@        esac
    fi
    if [ -n "$names" ]; then
        words+=" $("${line[0]}" ${connection[@]+"${connection[@]}"} --timeout 1s completion names "$names" \
            --prefix "$current" ${topic:+--topic "$topic"} 2> /dev/null)"
    fi
    COMPREPLY=($(compgen -P "$before" -W "$words" -- "$current"))
}
complete -o default -F _signalboxctl signalboxctl
)bash";

/// What offers the values of \a type; empty for a type of which nothing is known.
QString offering(const QString &type)
{
    if (type.contains(QLatin1Char(kChoiceSeparator)))
        return u"words='%1'"_s.arg(QString(type).replace(QLatin1Char(kChoiceSeparator), u' '));
    static const QMap<QString, QString> kNames{
        {QLatin1String(kQueueName), u"names=queues"_s},
        {QLatin1String(kTopicName), u"names=topics"_s},
        {QLatin1String(kSubscriptionName), u"names=subscriptions"_s}};
    return kNames.value(type);
}

/// Lines of a shell's case: patterns by what they do, which several may share.
class Cases
{
public:
    void add(const QString &pattern, const QString &statement)
    {
        if (!statement.isEmpty() && !m_patterns[statement].contains(pattern))
            m_patterns[statement].append(pattern);
    }
    [[nodiscard]] QString text() const
    {
        QString text;
        for (auto it = m_patterns.begin(); it != m_patterns.end(); ++it)
            text += u"            %1) %2 ;;\n"_s.arg(it.value().join(u'|'), it.key());
        return text;
    }

private:
    QMap<QString, QStringList> m_patterns;
};

QString quoted(const QString &text)
{
    return u'\'' + text + u'\'';
}

} // namespace

QString bashCompletion(const QList<CompletedCommand> &commands)
{
    QStringList paths;
    QStringList valued;
    QStringList connection;
    Cases words;
    Cases values;
    Cases arguments;
    for (const CompletedCommand &command : commands) {
        if (!command.path.isEmpty())
            paths.append(quoted(command.path));
        words.add(quoted(command.path), u"words='%1'"_s.arg(command.words.join(u' ')));
        for (const CompletedValue &option : command.options) {
            for (const QString &name : option.names) {
                const QString pattern =
                    option.isGlobal ? u"*:"_s + name : quoted(command.path + u':' + name);
                valued.append(pattern);
                values.add(pattern, offering(option.type));
                if (option.isOfConnection)
                    connection.append(name);
            }
        }
        for (qsizetype place = 0; place < command.arguments.size(); ++place) {
            const CompletedValue &argument = command.arguments.at(place);
            arguments.add(u"'%1':%2:*"_s.arg(command.path).arg(place), offering(argument.type));
        }
    }
    valued.removeDuplicates();
    connection.removeDuplicates();
    QString script = QString::fromLatin1(kTemplate);
    script.replace("@connection@"_L1, connection.join(u'|'));
    script.replace("@valued@"_L1, valued.join(u'|'));
    script.replace("@paths@"_L1, paths.join(u'|'));
    script.replace("@values@"_L1, values.text());
    script.replace("@words@"_L1, words.text());
    script.replace("@arguments@"_L1, arguments.text());
    return script;
}

} // namespace Signalbox::Ctl
