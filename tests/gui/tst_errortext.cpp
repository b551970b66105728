// SPDX-License-Identifier: GPL-3.0-only
#include "console/errortext.h"
#include "console/language.h"
#include "console/notices.h"
#include "core/error.h"
#include "widgets/toasthost.h"

#include <QTest>

using namespace Signalbox;
using namespace Qt::StringLiterals;

class TestErrorText : public QObject
{
    Q_OBJECT

private slots:
    void whatTheCodeSaysIsSaidInTheLanguageInUse()
    {
        const Error gone{ErrorCode::TopicNotExist, u"No topic is named \"news\"."_s};
        const Sentence why = reason(gone);
        LanguageSwitch language;
        language.use(Language::English);
        QCOMPARE(why(), u"The topic no longer exists."_s);
        language.use(Language::Chinese);
        QCOMPARE(why(), u"主题已不存在。"_s);
    }

    void whereTheCodeIsNotEnoughTheEndpointIsQuoted()
    {
        const QString why = u"The value of Priority should be between 1 and 16."_s;
        const Error wrong{ErrorCode::InvalidArgument, why};
        const Error failed{ErrorCode::InternalError, why};
        LanguageSwitch language;
        language.use(Language::English);
        QCOMPARE(errorText(wrong), u"A value is not accepted: “%1”"_s.arg(why));
        QCOMPARE(errorText(failed), u"The reason given: “%1”"_s.arg(why));
        language.use(Language::Chinese);
        QCOMPARE(errorText(wrong), u"有一个值不被接受：“%1”"_s.arg(why));
        QCOMPARE(errorText(failed), u"给出的原因：“%1”"_s.arg(why));
    }

    void whatWasNotAnsweredMayHaveBeenDone()
    {
        LanguageSwitch language;
        language.use(Language::English);
        QWidget window;
        ToastHost toasts(&window);
        Notices notices(toasts);
        const auto nothing = [] { return u"Nothing was deleted."_s; };
        const auto said = [&window] {
            return window.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)
                .constLast()
                ->accessibleName();
        };
        notices.complain(nothing, {ErrorCode::NetworkFailure, {}});
        QCOMPARE(said(), u"Nothing was deleted. The broker cannot be reached."_s);
        notices.complain(nothing, {ErrorCode::Timeout, {}});
        QVERIFY2(said().contains(u"It may have been done"_s), qPrintable(said()));
        QVERIFY(!said().contains(nothing()));
    }

    void aNameIsRefusedInTheLanguageInUse()
    {
        LanguageSwitch language;
        language.use(Language::Chinese);
        for (const ErrorCode code :
             {ErrorCode::InvalidQueueName, ErrorCode::TopicNameInvalid,
              ErrorCode::SubscriptionNameInvalid, ErrorCode::QueueNameLengthError,
              ErrorCode::TopicNameLengthError, ErrorCode::SubscriptionNameLengthError})
            QVERIFY(errorText({code, u"anything"_s}).startsWith(u"名称不被接受"_s));
    }

    void onlyWhatWasInTheTrashIsMissedThere()
    {
        const Error attempt{ErrorCode::NotFound, u"This attempt is not kept any more."_s};
        LanguageSwitch language;
        language.use(Language::English);
        QVERIFY(errorText(attempt).contains(attempt.message));
        QCOMPARE(trashReason(attempt)(), u"It is no longer in the trash."_s);
        const Error refused{ErrorCode::QueueAlreadyExist, u"anything"_s};
        QCOMPARE(trashReason(refused)(), errorText(refused));
    }
};

QTEST_MAIN(TestErrorText)
#include "tst_errortext.moc"
