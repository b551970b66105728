// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/bodyform.h"

#include "console/dialogs/filebody.h"
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
constexpr int kFile = int(kLanguages.size()); // the kind after these

} // namespace

BodyForm::BodyForm(QWidget *parent)
    : ThemedWidget(parent)
    , m_language(new SegmentedControl(this))
    , m_format(new IconButton(u"braces"_s, {}, this))
    , m_text(new CodeEdit(this))
    , m_file(new FileBody(this))
    , m_field(new FormField({}, m_text, this))
    , m_base64(new QCheckBox(this))
    , m_base64Hint(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_size(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_limit(Limits::kMaxMaximumMessageSizeBytes)
{
    for (std::size_t i = 0; i < kLanguages.size(); ++i)
        m_language->addSegment({});
    m_language->addSegment({});
    m_file->hide();
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
    column->addWidget(m_file, 1);
    column->addLayout(lower);

    connect(m_language, &SegmentedControl::currentIndexChanged, this, &BodyForm::useLanguage);
    connect(m_format, &QToolButton::clicked, m_text, &CodeEdit::format);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_text->document()->isEmpty())
            m_field->setProblem({});
        showSize();
        emit changed();
    });
    connect(m_file, &FileBody::changed, this, &BodyForm::takeFile);
    connect(m_base64, &QCheckBox::toggled, this, [this] {
        showSize();
        emit changed();
    });
    connect(m_base64, &QCheckBox::clicked, this, [this] { m_hasChosenBase64 = true; });
    languageChanged();
}

QString BodyForm::text() const
{
    return isFile() ? m_file->text() : m_text->toPlainText();
}

bool BodyForm::isBase64() const
{
    // The Base64 of what is no text stands for itself.
    return m_base64->isChecked() && !(isFile() && !m_file->isText());
}

CodeLanguage BodyForm::language() const
{
    return isFile() ? CodeLanguage::Plain : kLanguages.at(std::size_t(m_language->currentIndex()));
}

void BodyForm::setText(const QString &text, bool base64)
{
    // Places to fill in keep a body from being JSON, not from looking like it.
    const QString trimmed = text.trimmed();
    const bool isObject = trimmed.startsWith(u'{') || trimmed.startsWith(u'[');
    const CodeLanguage language = isObject ? CodeLanguage::Json : guessLanguage(text.toUtf8());
    const auto *found = std::ranges::find(kLanguages, language);
    if (found == kLanguages.cend())
        found = std::ranges::find(kLanguages, CodeLanguage::Plain);
    m_language->setCurrentIndex(int(found - kLanguages.cbegin()));
    m_hasChosenBase64 = true;
    m_base64->setChecked(base64);
    m_text->setPlainText(text);
}

void BodyForm::suggestBase64(bool base64)
{
    if (m_hasChosenBase64)
        return;
    m_typedBase64 = base64;
    if (m_base64->isEnabled())
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

bool BodyForm::isFile() const
{
    return m_language->currentIndex() == kFile;
}

QString BodyForm::fileProblem() const
{
    if (m_file->isReading())
        return tr("The file is still being read.");
    if (!m_file->problem().isEmpty())
        return m_file->problem();
    if (!m_file->hasContent())
        return tr("Choose a file.");
    const qsizetype size = first().size();
    if (size == 0)
        return tr("The file is empty.");
    if (size > m_limit) {
        return tr("It takes %1; at most %2 can be sent.")
            .arg(Format::bytes(size), Format::bytes(m_limit));
    }
    return {};
}

QWidget *BodyForm::wrongField()
{
    if (isFile()) {
        m_field->setProblem(fileProblem());
        return m_field->problem().isEmpty() ? nullptr : m_file->chooseButton();
    }
    if (!m_text->document()->isEmpty())
        return nullptr;
    m_field->setProblem(tr("A message needs a body."));
    return m_text;
}

void BodyForm::useLanguage()
{
    m_field->setProblem({});
    m_text->setVisible(!isFile());
    m_file->setVisible(isFile());
    m_field->setSizePolicy(QSizePolicy::Expanding,
                           isFile() ? QSizePolicy::Fixed : QSizePolicy::Expanding);
    setFocusProxy(isFile() ? static_cast<QWidget *>(m_file->chooseButton()) : m_text);
    m_text->setLanguage(language());
    m_format->setVisible(language() == CodeLanguage::Json);
    takeFile();
}

void BodyForm::takeFile()
{
    const bool mustEncode = isFile() && m_file->hasContent() && !m_file->isText();
    if (mustEncode && m_base64->isEnabled())
        m_typedBase64 = m_base64->isChecked();
    if (mustEncode || !m_base64->isEnabled())
        m_base64->setChecked(mustEncode || m_typedBase64);
    m_base64->setEnabled(!mustEncode);
    if (isFile() && (m_file->hasContent() || !m_file->problem().isEmpty()))
        m_field->setProblem(fileProblem());
    showSize();
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
    //: A kind of message body: what is in a file.
    m_language->setSegmentText(kFile, tr("File"));
    m_format->setName(tr("Format (Ctrl+Shift+F)"));
    m_field->setLabel(tr("Body"));
    m_base64->setText(tr("Encode as Base64"));
    m_base64Hint->setText(tr("Java, Python and PHP expect it."));
    showSize();
}

} // namespace Signalbox
