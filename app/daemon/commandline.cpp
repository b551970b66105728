// SPDX-License-Identifier: GPL-3.0-only
#include "commandline.h"

#include <QCommandLineParser>
#include <QProcessEnvironment>

namespace Signalbox {

namespace {

constexpr char kConfigOption[] = "config";
constexpr char kConfigVariable[] = "SIGNALBOX_CONFIG";

CommandLine refused(const QString &reason)
{
    CommandLine result;
    result.action = CommandLine::Action::Refuse;
    result.text = reason;
    return result;
}

CommandLine told(const QString &text)
{
    CommandLine result;
    result.action = CommandLine::Action::Tell;
    result.text = text.trimmed();
    return result;
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOption({QString::fromLatin1(kConfigOption),
                      QStringLiteral("TOML file to read the configuration from [%1].")
                          .arg(QLatin1String(kConfigVariable)),
                      QStringLiteral("FILE.toml")});
    for (const Setting &setting : settings()) {
        parser.addOption(
            {QString::fromLatin1(setting.option),
             QStringLiteral("%1 [%2].")
                 .arg(QString::fromUtf8(setting.description), QLatin1String(setting.variable)),
             QString::fromUtf8(setting.valueName)});
    }
}

Result<void> applyOptions(Configuration &configuration, const QCommandLineParser &parser)
{
    for (const Setting &setting : settings()) {
        const QString option = QString::fromLatin1(setting.option);
        if (!parser.isSet(option))
            continue;
        if (const Result<void> applied = setting.apply(configuration, parser.value(option));
            !applied) {
            return Error{ErrorCode::InvalidArgument,
                         QStringLiteral("--%1: %2").arg(option, applied.error().message)};
        }
    }
    return {};
}

} // namespace

CommandLine readCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("A local message broker that speaks the MNS API 2015-06-06.\n"
                       "Options win over the environment variables in brackets, these over the "
                       "configuration file.\n"
                       "Once it serves, one line is written to standard output: signalboxd ready "
                       "http://ADDR:PORT"));
    const QCommandLineOption help = parser.addHelpOption();
    const QCommandLineOption version = parser.addVersionOption();
    addOptions(parser);
    if (!parser.parse(arguments))
        return refused(parser.errorText());
    if (parser.isSet(help))
        return told(parser.helpText());
    if (parser.isSet(version))
        return told(QStringLiteral("signalboxd " SIGNALBOX_VERSION));
    if (!parser.positionalArguments().isEmpty())
        return refused(QStringLiteral("Unexpected argument \"%1\".")
                           .arg(parser.positionalArguments().first()));

    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    CommandLine result;
    const QString file = parser.isSet(QString::fromLatin1(kConfigOption))
        ? parser.value(QString::fromLatin1(kConfigOption))
        : environment.value(QString::fromLatin1(kConfigVariable));
    if (!file.isEmpty()) {
        if (const Result<void> applied = applyConfigFile(result.configuration, file); !applied)
            return refused(applied.error().message);
    }
    if (const Result<void> applied = applyEnvironment(result.configuration, environment); !applied)
        return refused(applied.error().message);
    if (const Result<void> applied = applyOptions(result.configuration, parser); !applied)
        return refused(applied.error().message);
    return result;
}

} // namespace Signalbox
