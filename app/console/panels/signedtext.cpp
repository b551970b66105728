// SPDX-License-Identifier: GPL-3.0-only
#include "console/panels/signedtext.h"

#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLineHeight = 16;
constexpr int kMostLines = 16;

} // namespace

SignedText::SignedText(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextRole::CardTitle, {}, this))
    , m_copy(new Button({}, ButtonKind::Link, u"copy"_s, this))
    , m_code(new CodeEdit(this))
{
    m_code->setReadOnly(true);
    m_title->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_copy, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Metrics::kSpaceSm, 0, 0);
    column->setSpacing(Metrics::kSpaceSm);
    column->addLayout(head);
    column->addWidget(m_code);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(m_text);
        emit copied();
    });
}

void SignedText::setTitle(const QString &title, const QString &copyText)
{
    m_title->setText(title);
    m_code->setAccessibleName(title);
    m_copy->setText(copyText);
}

void SignedText::setText(const QString &text, const QString &other, Tone tone)
{
    m_text = text;
    setVisible(!text.isEmpty());
    const QStringList lines = text.split(u'\n');
    m_code->setCode(text, CodeLanguage::Plain);
    m_code->setFixedHeight(Theme::current().px(
        (std::min(int(lines.size()), kMostLines) + 1) * kLineHeight + Metrics::kSpaceMd));

    m_code->clearMarks();
    if (other.isEmpty())
        return;
    const QStringList otherLines = other.split(u'\n');
    const auto first =
        std::mismatch(lines.begin(), lines.end(), otherLines.begin(), otherLines.end()).first;
    const auto end = std::mismatch(lines.rbegin(), std::make_reverse_iterator(first),
                                   otherLines.rbegin(), otherLines.rend())
                         .first.base();
    if (first != end)
        m_code->markLines(int(first - lines.begin()) + 1, int(end - lines.begin()), tone);
}

} // namespace Signalbox
