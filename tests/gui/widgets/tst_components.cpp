// SPDX-License-Identifier: GPL-3.0-only
#include "resources/resources.h"
#include "widgets/banner.h"
#include "widgets/button.h"
#include "widgets/confirmdialog.h"
#include "widgets/copyfield.h"
#include "widgets/dialog.h"
#include "widgets/formfield.h"
#include "widgets/highcontrast.h"
#include "widgets/keyvaluelist.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/panelheader.h"
#include "widgets/searchfield.h"
#include "widgets/sectionlist.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/sparkline.h"
#include "widgets/tabstrip.h"
#include "widgets/textpainter.h"
#include "widgets/toasthost.h"
#include "widgets/wraplayout.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace Signalbox;
using namespace std::chrono_literals;

class TestComponents : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        initResources();
        installFonts();
        QLocale::setDefault(QLocale(u"en_US"_s));
        Theme::apply(*qApp, Theme());
    }

    void figuresOfTheSameLengthHaveTheSameWidth()
    {
        const QFont font = Theme::current().font(TextRole::Figure);
        QCOMPARE(tabularWidth(font, u"11:11:11"_s), tabularWidth(font, u"08:49:50"_s));
        QVERIFY(QFontMetricsF(font).horizontalAdvance(u"111"_s)
                < QFontMetricsF(font).horizontalAdvance(u"000"_s));
        NumberLabel label(TextRole::Figure);
        label.setText(u"1,111"_s);
        const QSize narrow = label.sizeHint();
        label.setText(u"8,888"_s);
        QCOMPARE(label.sizeHint(), narrow);
    }

    void idsKeepBothEnds()
    {
        QCOMPARE(shortId(u"5F290A7C61D84B3E9F02A1C0"_s), u"5F29…A1C0"_s);
        QCOMPARE(shortId(u"short"_s), u"short"_s);
    }

    void sparklinesAreReadAsFigureAndTrend()
    {
        QList<double> rising;
        for (int i = 0; i < 40; ++i)
            rising << i * 10.0;
        QCOMPARE(sparklineText(rising), u"390, rising"_s);
        std::reverse(rising.begin(), rising.end());
        QCOMPARE(sparklineText(rising), u"0, falling"_s);
        QCOMPARE(sparklineText(QList<double>(40, 1204)), u"1,204, steady"_s);
        QCOMPARE(sparklineText({}), u"no data"_s);
    }

    void segmentsMoveWithTheArrowKeys()
    {
        SegmentedControl control;
        for (const QString &name : {u"JSON"_s, u"Text"_s, u"Hex"_s})
            control.addSegment(name);
        control.show();
        QVERIFY(QTest::qWaitForWindowActive(&control));
        QCOMPARE(control.currentIndex(), 0);
        QSignalSpy changed(&control, &SegmentedControl::currentIndexChanged);
        const auto segments = control.findChildren<QAbstractButton *>();
        segments.at(0)->setFocus();
        QTest::keyClick(segments.at(0), Qt::Key_Right);
        QCOMPARE(control.currentIndex(), 1);
        QCOMPARE(changed.size(), 1);
    }

    void labelsGrowWithTheTheme()
    {
        const auto back = qScopeGuard([] { Theme::apply(*qApp, Theme()); });
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        TextLabel *label = new TextLabel(TextRole::Body, u"Ready"_s, &window);
        column->addWidget(label);
        showActive(window);
        QCOMPARE(label->font().pixelSize(), 13);
        Theme::apply(*qApp, Theme(ThemeMode::Light, 1.3));
        QCOMPARE(label->font().pixelSize(), 17);
        Theme::apply(*qApp, Theme(ThemeMode::Dark, 1.5));
        QCOMPARE(label->font().pixelSize(), 20);
    }

    void labelsShowForeignTextAsItIs()
    {
        TextLabel label(TextRole::Body, u"Billing <billing@example.com>"_s);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(label.text(), u"Billing <billing@example.com>"_s);
    }

    void aBusyButtonIgnoresClicksAndKeys()
    {
        Button button(u"Send"_s, ButtonKind::Primary, u"send"_s);
        QSignalSpy clicked(&button, &QPushButton::clicked);
        button.setBusy(true);
        QTest::mouseClick(&button, Qt::LeftButton);
        QTest::keyClick(&button, Qt::Key_Space);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.size(), 0);
        button.setBusy(false);
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.size(), 1);
    }

    void aDisabledButtonSaysWhyWithoutMarkup()
    {
        Button button(u"Undo"_s);
        button.setDisabledReason(u"The <cloud> keeps no trash."_s);
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), u"The &lt;cloud&gt; keeps no trash."_s);
        button.setDisabledReason({});
        QVERIFY(button.isEnabled());
    }

    void copyFieldCopiesTheSecretButDoesNotShowIt()
    {
        CopyField field(u"AccessKey secret"_s);
        field.setValue(u"local-secret"_s);
        field.setSecret(true);
        for (const auto *label : field.findChildren<TextLabel *>())
            QVERIFY(!label->text().contains(u"local-secret"));
        QVERIFY(!field.accessibleDescription().contains(u"local-secret"));
        QSignalSpy copied(&field, &CopyField::copied);
        const auto buttons = field.findChildren<IconButton *>();
        buttons.constLast()->click();
        QCOMPARE(QApplication::clipboard()->text(), u"local-secret"_s);
        QCOMPARE(copied.size(), 1);
        buttons.constFirst()->click();
        QCOMPARE(field.findChild<TextLabel *>()->text(), u"local-secret"_s);
    }

    void keyValueRowsCopyTheFullValue()
    {
        KeyValueList list;
        KeyValue id{u"Message ID"_s, u"5F29…A1C0"_s, true, true};
        id.copyText = u"5F290A7C61D84B3E9F02A1C0"_s;
        list.setRows({{u"Received"_s, u"1 of 5"_s}, id});
        list.findChildren<IconButton *>().constLast()->click();
        QCOMPARE(QApplication::clipboard()->text(), u"5F290A7C61D84B3E9F02A1C0"_s);
        list.setRows({id});
        QCOMPARE(list.findChildren<IconButton *>().size(), 1);
    }

    void bannerHidesWithoutAMessageAndOffersItsButton()
    {
        Banner banner;
        QVERIFY(banner.isHidden());
        banner.setMessage({Tone::Danger, u"Writes are stopped: the disk is full"_s,
                           u"Free space."_s, u"Reopen store"_s});
        QVERIFY(!banner.isHidden());
        QCOMPARE(banner.accessibleName(), u"Writes are stopped: the disk is full"_s);
        QSignalSpy triggered(&banner, &Banner::actionTriggered);
        banner.findChild<Button *>()->click();
        QCOMPARE(triggered.size(), 1);
        banner.setMessage({});
        QVERIFY(banner.isHidden());
    }

    void threeToastsAtMostAndUndoTakesTheNewestThatCan()
    {
        QWidget window;
        window.resize(800, 600);
        window.show();
        ToastHost toasts(&window);
        int undone = 0;
        ToastMessage deleted;
        deleted.text = u"Deleted 12 messages."_s;
        deleted.actionText = u"Undo"_s;
        deleted.isUndo = true;
        deleted.undoFor = 10min;
        deleted.action = [&undone] { ++undone; };
        toasts.show(deleted);
        for (int i = 0; i < 2; ++i)
            toasts.show({u"Sent."_s});
        QCOMPARE(toasts.count(), 3);
        QVERIFY(toasts.undoLast());
        QCOMPARE(undone, 1);
        QCOMPARE(toasts.count(), 2);
        QVERIFY(!toasts.undoLast());
        for (int i = 0; i < 3; ++i)
            toasts.show({u"Sent."_s});
        QCOMPARE(toasts.count(), 3);
    }

    void aToastThatGoesGivesTheFocusBack()
    {
        QWidget window;
        window.resize(800, 600);
        QLineEdit first(&window); // which Qt would choose
        QLineEdit field(&window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        ToastHost toasts(&window);
        toasts.show({u"Sent."_s});
        const int number = toasts.show({u"Sent again."_s});
        field.setFocus();
        toasts.focusNewest();
        QVERIFY(!field.hasFocus());
        toasts.close(number);
        QCOMPARE(toasts.count(), 1);
        QVERIFY(field.hasFocus());
        toasts.close(number);
        QCOMPARE(toasts.count(), 1);
    }

    void aDialogGrowsForAProblem()
    {
        QWidget window;
        window.resize(800, 600);
        window.show();
        Dialog dialog(Metrics::kDialogSmall, &window);
        dialog.setHeading(u"inbox"_s, u"Move"_s, u"A sentence of several lines. "_s.repeated(8));
        auto *field = new FormField(u"Queue"_s, new QLineEdit, &dialog);
        dialog.body()->addWidget(field);
        dialog.show();
        const int before = dialog.height();
        field->setProblem(u"No other queue has this name."_s);
        QTRY_VERIFY(dialog.height() > before);
        QCOMPARE(dialog.height(), dialog.sizeHint().height());
    }

    void aToastSaysItAgainInAnotherLanguage()
    {
        QWidget window;
        window.resize(800, 600);
        window.show();
        ToastHost toasts(&window);
        QString language = u"Sent."_s;
        ToastMessage sent;
        sent.makeTexts = [&language](ToastMessage &message) { message.text = language; };
        toasts.show(sent);
        const auto *toast = window.findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(toast);
        QCOMPARE(toast->accessibleName(), u"Sent."_s);
        const int right = toast->geometry().right();
        const int width = toast->width();
        language = u"A language that needs many more words to say it."_s;
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(&window, &change);
        QCOMPARE(toast->accessibleName(), language);
        QVERIFY(toast->width() > width);
        QCOMPARE(toast->geometry().right(), right);
    }

    void aRowWrapsWhereThereIsNoRoom()
    {
        QWidget window;
        auto *row = new WrapLayout(8, &window);
        QList<QWidget *> parts;
        for (int i = 0; i < 3; ++i) {
            auto *part = new QWidget(&window);
            part->setFixedSize(100, 20);
            parts.append(part);
        }
        row->addStart(parts.at(0));
        row->addEnd(parts.at(2));
        row->addStart(parts.at(1));
        window.resize(400, 100);
        window.show();
        QCOMPARE(row->heightForWidth(400), 20);
        QCOMPARE(parts.at(1)->geometry(), QRect(108, 0, 100, 20));
        QCOMPARE(parts.at(2)->geometry(), QRect(300, 0, 100, 20));

        window.resize(250, 100);
        QCOMPARE(row->heightForWidth(250), 48);
        QCOMPARE(parts.at(1)->geometry(), QRect(108, 0, 100, 20));
        QCOMPARE(parts.at(2)->geometry(), QRect(150, 28, 100, 20));

        parts.at(1)->hide();
        QCOMPARE(row->heightForWidth(250), 20);
    }

    void confirmationStartsOnCancelAndRepeatsTheCount()
    {
        QWidget window;
        window.resize(900, 700);
        window.show();
        ConfirmRequest request;
        request.question = u"Purge orders-billing?"_s;
        request.counts = {{u"inbox"_s, u"Ready"_s, 1204}, {u"clock"_s, u"Delayed"_s, 42}};
        request.option = u"Keep messages in flight (64)"_s;
        request.verb = u"Purge 1,246 messages"_s;
        ConfirmDialog dialog(request, &window);
        dialog.open();
        dialog.activateWindow();
        QTRY_VERIFY(dialog.cancelButton()->hasFocus());
        QCOMPARE(dialog.primary()->text(), u"Purge 1,246 messages"_s);
        QVERIFY(!dialog.isOptionChecked());
        QStringList figures;
        for (const auto *number : dialog.findChildren<NumberLabel *>())
            figures << number->text();
        QVERIFY(figures.contains(u"1,246"_s));
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        QSignalSpy rejected(&dialog, &QDialog::rejected);
        QTest::keyClick(dialog.cancelButton(), Qt::Key_Return);
        QCOMPARE(rejected.size(), 1);
        dialog.open();
        QTest::keyClick(&dialog, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(accepted.size(), 1);
    }

    void aDialogIsAsHighAsItsTextsAreAtItsWidth()
    {
        QWidget window;
        window.resize(900, 700);
        window.show();
        ConfirmRequest request;
        request.question = u"Unsubscribe gate-c?"_s;
        request.effect = u"Nothing more of parking-events goes there."_s; // one line
        request.undo = u"Can be undone for 10 min."_s;
        request.verb = u"Unsubscribe"_s;
        ConfirmDialog dialog(request, &window);
        dialog.open();
        QCOMPARE(dialog.height(), dialog.layout()->totalHeightForWidth(dialog.width()));
    }

    void aWrongFieldSaysWhatAndOffersTheFix()
    {
        auto *edit = new QLineEdit;
        FormField field(u"Name"_s, edit);
        field.setHint(u"Letters, digits and hyphens."_s);
        field.setProblem(u"Letters, digits and hyphens only."_s, u"orders-refund"_s);
        QCOMPARE(edit->property("wrong").toBool(), true);
        QCOMPARE(edit->accessibleDescription(), u"Letters, digits and hyphens only."_s);
        QSignalSpy fix(&field, &FormField::fixRequested);
        auto *link = field.findChild<Button *>();
        QCOMPARE(link->text(), u"Use orders-refund"_s);
        link->click();
        QCOMPARE(fix.constFirst().constFirst().toString(), u"orders-refund"_s);
        field.setProblem({});
        QCOMPARE(edit->property("wrong").toBool(), false);
        QVERIFY(link->isHidden());
    }

    void searchWaitsForTheEndOfTyping()
    {
        SearchField field(u"Search name"_s);
        QSignalSpy searched(&field, &SearchField::searchChanged);
        QTest::keyClicks(&field, u"orders"_s);
        QCOMPARE(searched.size(), 0);
        QTRY_COMPARE(searched.size(), 1);
        QCOMPARE(searched.constFirst().constFirst().toString(), u"orders"_s);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(field.text(), QString());
        QCOMPARE(searched.size(), 2);
    }

    void sectionsAreWalkedByKeyAndReadWithTheirBadge()
    {
        SectionList list;
        list.addSection(u"layout-dashboard"_s, u"Overview"_s);
        list.setBadge(list.addSection(u"inbox"_s, u"Queues"_s), u"24"_s);
        QSignalSpy changed(&list, &SectionList::currentSectionChanged);
        QCOMPARE(list.currentSection(), 0);
        QTest::keyClick(&list, Qt::Key_Down);
        QCOMPARE(list.currentSection(), 1);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(list.model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
                 u"Queues, 24"_s);
    }

    void theFocusRingIsSeenAndMovesNothing_data()
    {
        QTest::addColumn<ButtonKind>("kind");
        QTest::addColumn<ThemeMode>("mode");
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
            for (const ButtonKind kind :
                 {ButtonKind::Default, ButtonKind::Primary, ButtonKind::Ghost,
                  ButtonKind::DangerGhost, ButtonKind::Danger, ButtonKind::Link})
                QTest::addRow("kind %d, mode %d", int(kind), int(mode)) << kind << mode;
        }
    }

    void theFocusRingIsSeenAndMovesNothing()
    {
        QFETCH(ButtonKind, kind);
        QFETCH(ThemeMode, mode);
        const auto back = qScopeGuard([] { Theme::apply(*qApp, Theme()); });
        Theme::apply(*qApp, Theme(mode));
        QWidget panel;
        auto *column = new QVBoxLayout(&panel);
        auto *other = new Button(u"Other"_s, ButtonKind::Default, {}, &panel);
        auto *button = new Button(u"Purge"_s, kind, {}, &panel);
        column->addWidget(other);
        column->addWidget(button);
        showActive(panel);
        other->setFocus();
        const QSize size = button->sizeHint();
        button->setFocus();
        QCOMPARE(button->sizeHint(), size);
        const QImage image = button->grab().toImage();
        const QColor ring = image.pixelColor(image.width() / 2, 1);
        QCOMPARE(ring.rgb(), Theme::current().color(Token::Focus).rgb());
        // What lies next to it, be it the filling or a gap before that, stands out from it.
        QVERIFY(contrastRatio(image.pixelColor(image.width() / 2, 2), ring) >= 3);
    }

    void ringsAroundWordsLeaveThemRoom()
    {
        PanelHeader header(u"orders-billing"_s);
        header.setCrumb(u"Queues"_s);
        header.resize(900, 64);
        showActive(header);
        QWidget *crumb = nullptr;
        for (auto *label : header.findChildren<TextLabel *>()) {
            if (label->text() == u"Queues")
                crumb = label;
        }
        QVERIFY(crumb);
        const int left = crumb->mapTo(&header, QPoint()).x();
        const QColor ring = Theme::current().color(Token::Focus);
        const auto isRing = [&ring](QWidget &widget, int x, int y) {
            return widget.grab().toImage().pixelColor(x, y).rgb() == ring.rgb();
        };
        crumb->setFocus();
        QVERIFY(isRing(header, left - 6, header.height() / 2));
        QCOMPARE(crumb->mapTo(&header, QPoint()).x(), left);

        TabStrip tabs;
        tabs.addTab(u"Messages"_s);
        showActive(tabs);
        tabs.setFocus();
        QVERIFY(isRing(tabs, 0, tabs.height() / 2));
    }

    void theCrumbLeadsBackByMouseAndKey()
    {
        PanelHeader header(u"orders-billing"_s);
        header.setCrumb(u"Queues"_s);
        header.resize(900, 64);
        header.show();
        QSignalSpy back(&header, &PanelHeader::crumbClicked);
        TextLabel *crumb = nullptr;
        for (auto *label : header.findChildren<TextLabel *>()) {
            if (label->text() == u"Queues")
                crumb = label;
        }
        QVERIFY(crumb);
        QTest::mouseClick(crumb, Qt::LeftButton);
        QTest::keyClick(crumb, Qt::Key_Return);
        QCOMPARE(back.size(), 2);
    }

private:
    /// The focus is in \a window from now on.
    static void showActive(QWidget &window)
    {
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
};

QTEST_MAIN(TestComponents)
#include "tst_components.moc"
