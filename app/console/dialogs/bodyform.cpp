// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/bodyform.h"

#include "core/limits.h"
#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/format.h"
#include "widgets/formfield.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/segmentedcontrol.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <optional>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 280;
constexpr std::array kLanguages = {CodeLanguage::Json, CodeLanguage::Xml, CodeLanguage::Plain};

} // namespace

BodyForm::BodyForm(QWidget *parent)
    : ThemedWidget(parent)
    , m_language(new SegmentedControl(this))
    , m_format(new IconButton(u"braces"_s, {}, this))
    , m_text(new CodeEdit(this))
    , m_field(new FormField({}, m_text, this))
    , m_base64(new QCheckBox(this))
    , m_base64Hint(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_size(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_limit(Limits::kMaxMaximumMessageSizeBytes)
{
    for (std::size_t i = 0; i < kLanguages.size(); ++i)
        m_language->addSegment({});
    m_text->setLanguage(CodeLanguage::Json);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(Theme::current().px(kHeight));
    setFocusProxy(m_text);

    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_field->addBeside(m_language);
    m_field->addBeside(m_format);
    auto *lower = new QHBoxLayout;
    lower->setSpacing(Metrics::kSpaceSm);
    lower->addWidget(m_base64);
    lower->addWidget(m_base64Hint, 1);
    lower->addWidget(m_size);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceMd);
    column->addWidget(m_field, 1);
    column->addLayout(lower);

    connect(m_language, &SegmentedControl::currentIndexChanged, this, &BodyForm::useLanguage);
    connect(m_format, &QToolButton::clicked, m_text, &CodeEdit::format);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_text->document()->isEmpty())
            m_field->setProblem({});
        showSize();
        emit changed();
    });
    connect(m_base64, &QCheckBox::toggled, this, [this] {
        showSize();
        emit changed();
    });
    connect(m_base64, &QCheckBox::clicked, this, [this] { m_hasChosenBase64 = true; });
    languageChanged();
}

QString BodyForm::text() const
{
    return m_text->toPlainText();
}

bool BodyForm::isBase64() const
{
    return m_base64->isChecked();
}

CodeLanguage BodyForm::language() const
{
    return kLanguages.at(std::size_t(m_language->currentIndex()));
}

void BodyForm::setText(const QString &text, bool base64)
{
    // Places to fill in keep a body from being JSON, not from looking like it.
    const QString trimmed = text.trimmed();
    const bool isObject = trimmed.startsWith(u'{') || trimmed.startsWith(u'[');
    const CodeLanguage language = isObject ? CodeLanguage::Json : guessLanguage(text.toUtf8());
    const auto *found = std::ranges::find(kLanguages, language);
    if (found != kLanguages.cend())
        m_language->setCurrentIndex(int(found - kLanguages.cbegin()));
    m_hasChosenBase64 = true;
    m_base64->setChecked(base64);
    m_text->setPlainText(text);
}

void BodyForm::suggestBase64(bool base64)
{
    if (!m_hasChosenBase64)
        m_base64->setChecked(base64);
}

void BodyForm::setBody(const QByteArray &body)
{
    const std::optional<QByteArray> decoded = decodeBase64Text(body);
    setText(QString::fromUtf8(decoded.value_or(body)), decoded.has_value());
}

QByteArray BodyForm::travelling(const MessageTemplate &text, int number, bool base64)
{
    const QByteArray filled = text.filled(number).toUtf8();
    return base64 ? filled.toBase64() : filled;
}

QByteArray BodyForm::first() const
{
    return travelling(MessageTemplate(text()), 1, isBase64());
}

void BodyForm::setLimit(int bytes)
{
    m_limit = bytes;
    showSize();
}

QWidget *BodyForm::wrongField()
{
    if (!m_text->document()->isEmpty())
        return nullptr;
    m_field->setProblem(tr("A message needs a body."));
    return m_text;
}

void BodyForm::useLanguage()
{
    m_text->setLanguage(language());
    m_format->setVisible(language() == CodeLanguage::Json);
    emit changed();
}

void BodyForm::showSize()
{
    const qsizetype size = first().size();
    //: Size of a message's body and the most it can be.
    m_size->setText(tr("%1 of %2").arg(Format::bytes(size), Format::bytes(m_limit)));
    m_size->setColor(size > m_limit ? Token::Danger : Token::Muted);
}

void BodyForm::languageChanged()
{
    m_language->setAccessibleName(tr("Kind of body"));
    m_language->setSegmentText(0, u"JSON"_s);
    m_language->setSegmentText(1, u"XML"_s);
    //: A kind of message body: neither JSON nor XML.
    m_language->setSegmentText(2, tr("Text"));
    m_format->setName(tr("Format (Ctrl+Shift+F)"));
    m_field->setLabel(tr("Body"));
    m_base64->setText(tr("Encode as Base64"));
    m_base64Hint->setText(tr("Java, Python and PHP expect it."));
    showSize();
}

} // namespace Signalbox
