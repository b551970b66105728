// SPDX-License-Identifier: GPL-3.0-only
// Renders every widget in both themes to PNG files, to be looked at: signalbox_gallery DIRECTORY
// With QT_SCALE_FACTOR=2 the pictures are taken at 200 %, with --language zh_CN in Chinese.
#include "gallerypages.h"
#include "resources/resources.h"
#include "widgets/thememanager.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace Signalbox;

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(u"directory"_s, u"where the pictures go"_s);
    const QCommandLineOption language(u"language"_s, u"a locale such as zh_CN"_s, u"locale"_s,
                                      u"en_US"_s);
    const QCommandLineOption scale(u"scale"_s, u"text scale, 0.9 to 1.5"_s, u"factor"_s, u"1"_s);
    parser.addOptions({language, scale});
    parser.process(application);
    if (parser.positionalArguments().isEmpty())
        parser.showHelp(1);
    const QDir directory(parser.positionalArguments().constFirst());
    if (!directory.mkpath(u"."_s))
        return 1;

    initResources();
    QLocale::setDefault(QLocale(parser.value(language)));
    const std::unique_ptr<QTranslator> translator = loadTranslation(QLocale());
    if (translator)
        QCoreApplication::installTranslator(translator.get());
    ThemeManager themes(application);
    themes.setScale(parser.value(scale).toDouble());
    for (const GalleryPage &page : galleryPages()) {
        themes.setPreference(ThemePreference::Light);
        const std::unique_ptr<QWidget> widget(page.make());
        widget->resize(page.size);
        widget->show();
        // The same widgets in both themes: a change at run time must leave nothing behind.
        for (const auto preference : {ThemePreference::Light, ThemePreference::Dark}) {
            const bool dark = preference == ThemePreference::Dark;
            themes.setPreference(preference);
            QTest::qWait(300);
            const QString file =
                directory.filePath(page.name + (dark ? u"-dark.png"_s : u"-light.png"_s));
            if (!widget->grab().save(file))
                return 1;
            QTextStream(stdout) << file << Qt::endl;
        }
    }
    return 0;
}
