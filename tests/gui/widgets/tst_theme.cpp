// SPDX-License-Identifier: GPL-3.0-only
#include "resources/resources.h"
#include "widgets/button.h"
#include "widgets/highcontrast.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/theme.h"
#include "widgets/thememanager.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFontInfo>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Signalbox;

namespace {

QJsonObject tokens()
{
    QFile file(u":/signalbox/themes/tokens.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QPalette desktop(const QColor &base, const QColor &text, const QColor &highlight,
                 const QColor &link)
{
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Highlight, highlight);
    palette.setColor(QPalette::Link, link);
    return palette;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initResources();
        QVERIFY(installFonts());
    }

    void everyTokenHasAColourInBothModesAndNoneIsForgotten()
    {
        for (const QString &mode : {u"light"_s, u"dark"_s}) {
            const QJsonObject colors = tokens().value(u"color").toObject().value(mode).toObject();
            QCOMPARE(colors.size(), kTokenCount);
            for (int i = 0; i < kTokenCount; ++i)
                QVERIFY2(colors.contains(tokenName(Token(i))), qPrintable(tokenName(Token(i))));
        }
        const Theme theme;
        for (int i = 0; i < kTokenCount; ++i) {
            QVERIFY(theme.color(ThemeMode::Light, Token(i)).isValid());
            QVERIFY(theme.color(ThemeMode::Dark, Token(i)).isValid());
        }
    }

    void sizesAreThoseOfTheTokens_data()
    {
        QTest::addColumn<int>("value");
        const auto row = [](const char *name, int value) { QTest::newRow(name) << value; };
        row("sidebar", Metrics::kSidebar);
        row("sidebarCollapsed", Metrics::kSidebarCollapsed);
        row("brandRow", Metrics::kBrandRow);
        row("connectionRow", Metrics::kConnectionRow);
        row("navRow", Metrics::kNavRow);
        row("panelHeader", Metrics::kPanelHeader);
        row("tabBar", Metrics::kTabBar);
        row("tableHeader", Metrics::kTableHeader);
        row("row", Metrics::kRow);
        row("rowTwoLine", Metrics::kRowTwoLine);
        row("rowTight", Metrics::kRowTight);
        row("control", Metrics::kControl);
        row("iconButton", Metrics::kIconButton);
        row("icon", Metrics::kIcon);
        row("iconSmall", Metrics::kIconSmall);
        row("pill", Metrics::kPill);
        row("inspector", Metrics::kInspector);
        row("inspectorWide", Metrics::kInspectorWide);
        row("inspectorFooter", Metrics::kInspectorFooter);
        row("statusBar", Metrics::kStatusBar);
        row("statStrip", Metrics::kStatStrip);
        row("progress", Metrics::kProgress);
        row("dialogSmall", Metrics::kDialogSmall);
        row("dialogMedium", Metrics::kDialogMedium);
        row("dialogLarge", Metrics::kDialogLarge);
        row("collapseBelow", Metrics::kCollapseBelow);
    }
    void sizesAreThoseOfTheTokens()
    {
        QFETCH(int, value);
        const QJsonObject sizes = tokens().value(u"size").toObject();
        QCOMPARE(value, sizes.value(QLatin1String(QTest::currentDataTag())).toInt(-1));
    }

    void textIsReadableOnEveryGround_data()
    {
        QTest::addColumn<Token>("text");
        QTest::addColumn<QList<Token>>("grounds");
        const QList<Token> plain{Token::Surface, Token::Window, Token::Sidebar,
                                 Token::Sunken,  Token::Hover,  Token::Selected};
        for (const Token text :
             {Token::Text, Token::Text2, Token::Muted, Token::Accent, Token::Link})
            QTest::newRow(qPrintable(tokenName(text))) << text << plain;
        QTest::newRow("onAccent") << Token::OnAccent
                                  << QList<Token>{Token::Accent, Token::AccentHover};
        QTest::newRow("onDanger") << Token::OnDanger
                                  << QList<Token>{Token::DangerFill, Token::DangerFillHover};
        QTest::newRow("tooltip") << Token::TooltipText << QList<Token>{Token::TooltipBg};
        for (const Tone tone : {Tone::Neutral, Tone::Ok, Tone::Info, Tone::Warn, Tone::Danger})
            QTest::addRow("tone %d", int(tone))
                << toneColor(tone) << QList<Token>{Token::Surface, toneBackground(tone)};
        for (const Token text :
             {Token::SynKey, Token::SynString, Token::SynNumber, Token::SynPunct})
            QTest::newRow(qPrintable(tokenName(text)))
                << text << QList<Token>{Token::Surface, Token::Sunken};
        QTest::newRow("axis") << Token::ChartAxis << QList<Token>{Token::Surface};
    }
    void textIsReadableOnEveryGround()
    {
        QFETCH(Token, text);
        QFETCH(QList<Token>, grounds);
        const Theme theme;
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            for (const Token ground : grounds) {
                const double ratio =
                    contrastRatio(theme.color(mode, text), theme.color(mode, ground));
                QVERIFY2(ratio >= 4.5,
                         qPrintable(
                             u"%1 on %2: %3"_s.arg(tokenName(text), tokenName(ground)).arg(ratio)));
            }
        }
    }

    void controlsAndSeriesStandOutFromTheirGround()
    {
        const Theme theme;
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            for (const Token token :
                 {Token::BorderControl, Token::Focus, Token::Series1, Token::Series2,
                  Token::Series3, Token::Series4, Token::Series5}) {
                const double ratio =
                    contrastRatio(theme.color(mode, token), theme.color(mode, Token::Surface));
                QVERIFY2(ratio >= 3.0, qPrintable(tokenName(token)));
            }
        }
    }

    void contrastIsThatOfTheGuidelines()
    {
        QCOMPARE(contrastRatio(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrastRatio(Qt::white, Qt::white), 1.0);
        // Their example of a grey that just passes 4.5:1 on white.
        QVERIFY(std::abs(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
    }

    void highContrastKeepsTheDesktopsColoursAndAllTextsStandOut_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("black") << desktop(Qt::black, Qt::white, QColor(0x1a, 0xeb, 0xff),
                                          QColor(0xff, 0xff, 0x00));
        QTest::newRow("white") << desktop(Qt::white, Qt::black, QColor(0x37, 0x00, 0x6e),
                                          QColor(0x00, 0x00, 0x9f));
        QTest::newRow("Qt's own, of little contrast")
            << desktop(Qt::white, Qt::black, QColor(0x30, 0x8c, 0xc6), QColor(0x00, 0x7a, 0xf4));
        QTest::newRow("a palette nobody can read")
            << desktop(Qt::gray, Qt::gray, Qt::gray, Qt::gray);
    }
    void highContrastKeepsTheDesktopsColoursAndAllTextsStandOut()
    {
        QFETCH(QPalette, palette);
        const Theme theme = Theme(ThemeMode::Light).inHighContrast(palette);
        QCOMPARE(theme.color(Token::Surface), palette.color(QPalette::Base));
        const bool isGrey = palette.color(QPalette::Base) == QColor(Qt::gray);
        const double most = isGrey ? 5.0 : 7.0; // black on a selected row of grey
        for (const Token ground : {Token::Surface, Token::Window, Token::Sidebar, Token::Sunken,
                                   Token::Hover, Token::Selected}) {
            for (const Token text :
                 {Token::Text, Token::Text2, Token::Muted, Token::Accent, Token::Link, Token::Ok,
                  Token::Warn, Token::Danger, Token::Info, Token::Neutral, Token::SynKey,
                  Token::SynString, Token::SynNumber, Token::SynPunct}) {
                const double ratio = contrastRatio(theme.color(text), theme.color(ground));
                QVERIFY2(ratio >= most,
                         qPrintable(
                             u"%1 on %2: %3"_s.arg(tokenName(text), tokenName(ground)).arg(ratio)));
            }
        }
        const QList<std::pair<Token, Token>> pairs{{Token::OnAccent, Token::Accent},
                                                   {Token::OnDanger, Token::DangerFill},
                                                   {Token::TooltipText, Token::TooltipBg},
                                                   {Token::BorderControl, Token::Surface}};
        for (const auto &[front, ground] : pairs)
            QVERIFY(contrastRatio(theme.color(front), theme.color(ground)) >= most);
    }

    void highContrastIsDarkWhereTheDesktopIs()
    {
        const Theme light(ThemeMode::Light);
        QVERIFY(light.inHighContrast(blackAndWhite(ThemeMode::Dark)).isDark());
        QVERIFY(!light.inHighContrast(blackAndWhite(ThemeMode::Light)).isDark());
        QVERIFY(!light.isDark());
    }

    void aBusyButtonTurnsOnlyWhereThingsMayMove()
    {
        Button turning(u"Send"_s, ButtonKind::Primary, u"send"_s);
        turning.setBusy(true);
        Theme::apply(*qApp, Theme().withoutMotion());
        Button still(u"Send"_s, ButtonKind::Primary, u"send"_s);
        still.setBusy(true);
        QCoreApplication::processEvents(); // the new look
        const QImage stillAtFirst = still.grab().toImage();
        for (int turn = 0; turn < 3; ++turn) {
            const QImage before = turning.grab().toImage();
            QTRY_VERIFY(turning.grab().toImage() != before);
        }
        QVERIFY(still.isBusy());
        QCOMPARE(still.grab().toImage(), stillAtFirst);
        Theme::apply(*qApp, Theme());
    }

    void theStyleSheetKnowsAllItsWords()
    {
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            const QString sheet = Theme(mode).styleSheet();
            QVERIFY(!sheet.isEmpty());
            QVERIFY(!sheet.contains(u'@'));
            QVERIFY(!sheet.contains(u"px("));
            QVERIFY(sheet.contains(Theme(mode).color(Token::Accent).name()));
        }
    }

    void scaleGrowsTextAndRowsWithinItsBounds()
    {
        const Theme large(ThemeMode::Light, 1.3);
        QCOMPARE(large.px(30), 39);
        QCOMPARE(large.font(TextRole::Body).pixelSize(), 17);
        QCOMPARE(Theme(ThemeMode::Light, 9).scale(), 1.5);
        QFont system;
        system.setPixelSize(26);
        QCOMPARE(Theme::scaleForFont(system), 1.5);
    }

    void chineseTextIsNeverBelowTwelvePixels()
    {
        QCOMPARE(Theme().font(TextRole::SecondLine).pixelSize(), 11);
        QLocale::setDefault(QLocale(u"zh_CN"_s));
        QCOMPARE(Theme().font(TextRole::SecondLine).pixelSize(), 12);
        QCOMPARE(Theme().font(TextRole::Axis).pixelSize(), 11);
        QLocale::setDefault(QLocale(u"en_US"_s));
    }

    void bundledFontsAreTheOnesInUse()
    {
        QCOMPARE(QFontInfo(Theme().font(TextRole::Body)).family(), u"Inter"_s);
        QCOMPARE(QFontInfo(Theme().font(TextRole::Code)).family(), u"JetBrains Mono"_s);
    }

    void iconsTakeTheColourOfTheTokenAndFollowTheTheme()
    {
        const QIcon icon = themedIcon(u"inbox"_s, Token::Text);
        const auto strongest = [&] {
            const QImage image = icon.pixmap(QSize(32, 32)).toImage();
            QColor found = Qt::transparent;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() > found.alpha())
                        found = image.pixelColor(x, y);
                }
            }
            return found;
        };
        Theme::apply(*qApp, Theme(ThemeMode::Light));
        QCOMPARE(strongest().rgb(), Theme().color(ThemeMode::Light, Token::Text).rgb());
        Theme::apply(*qApp, Theme(ThemeMode::Dark));
        QCOMPARE(strongest().rgb(), Theme().color(ThemeMode::Dark, Token::Text).rgb());
    }

    void everyIconFileCanBeDrawn()
    {
        const QStringList files = QDir(u":/signalbox/icons/lucide"_s).entryList({u"*.svg"_s});
        QVERIFY(files.size() > 80);
        for (const QString &file : files) {
            const QImage image = iconPixmap(file.chopped(4), Qt::red, 16, 2).toImage();
            QCOMPARE(image.size(), QSize(32, 32));
            bool drawn = false;
            for (int y = 0; y < image.height() && !drawn; ++y) {
                for (int x = 0; x < image.width() && !drawn; ++x)
                    drawn = image.pixelColor(x, y).alpha() > 0;
            }
            QVERIFY2(drawn, qPrintable(file));
        }
    }

    void aSwitchAtRunTimeReachesLabels()
    {
        ThemeManager themes(*qApp);
        themes.setPreference(ThemePreference::Light);
        TextLabel label(TextRole::Hint, Token::Muted, u"hint"_s);
        label.ensurePolished();
        QCOMPARE(label.palette().color(QPalette::WindowText),
                 Theme().color(ThemeMode::Light, Token::Muted));
        themes.setPreference(ThemePreference::Dark);
        QTRY_COMPARE(label.palette().color(QPalette::WindowText),
                     Theme().color(ThemeMode::Dark, Token::Muted));
        QVERIFY(Theme::current().isDark());
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
