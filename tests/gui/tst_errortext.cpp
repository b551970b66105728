// SPDX-License-Identifier: GPL-3.0-only
#include "console/errortext.h"
#include "console/language.h"
#include "core/error.h"

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

    void whereTheCodeIsNotEnoughTheEndpointSpeaks()
    {
        const Error wrong{ErrorCode::InvalidArgument,
                          u"The value of Priority should be between 1 and 16."_s};
        QCOMPARE(errorText(wrong), wrong.message);
    }

    void onlyWhatWasInTheTrashIsMissedThere()
    {
        const Error attempt{ErrorCode::NotFound, u"This attempt is not kept any more."_s};
        QCOMPARE(errorText(attempt), attempt.message);
        LanguageSwitch language;
        language.use(Language::English);
        QCOMPARE(trashReason(attempt)(), u"It is no longer in the trash."_s);
        const Error refused{ErrorCode::QueueAlreadyExist, u"anything"_s};
        QCOMPARE(trashReason(refused)(), errorText(refused));
    }
};

QTEST_MAIN(TestErrorText)
#include "tst_errortext.moc"
