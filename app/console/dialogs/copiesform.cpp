// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/copiesform.h"

#include "widgets/codeedit.h"
#include "widgets/format.h"
#include "widgets/formfield.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QHBoxLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

namespace {

constexpr int kLeastPreviewHeight = 92;
constexpr int kMostCopies = 100'000;
constexpr int kMostPerSecond = 10'000;

} // namespace

CopiesForm::CopiesForm(QWidget *parent)
    : ThemedWidget(parent)
    , m_body({})
    , m_copies(new QSpinBox(this))
    , m_copiesField(new FormField({}, m_copies, this))
    , m_rate(new QSpinBox(this))
    , m_rateField(new FormField({}, m_rate, this))
    , m_previewTitle(new TextLabel(TextRole::FieldLabel, {}, this))
    , m_preview(new CodeEdit(this))
{
    m_copies->setRange(1, kMostCopies);
    m_copies->setGroupSeparatorShown(true);
    m_rate->setRange(0, kMostPerSecond);
    m_rate->setGroupSeparatorShown(true);
    m_preview->setReadOnly(true);
    m_preview->setGutterVisible(false);
    m_preview->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_preview->setMinimumHeight(Theme::current().px(kLeastPreviewHeight));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceMd);
    column->addLayout(fieldPair(m_copiesField, m_rateField));
    column->addWidget(m_previewTitle);
    column->addWidget(m_preview, 1000);
    column->addStretch(1); // while there is no preview
    connect(m_copies, &QSpinBox::valueChanged, this, [this] {
        showRate();
        showPreview();
        emit copiesChanged();
    });
    connect(m_rate, &QSpinBox::valueChanged, this, &CopiesForm::showRate);
    languageChanged();
}

int CopiesForm::copies() const
{
    return m_copies->value();
}

int CopiesForm::rate() const
{
    return m_rate->value();
}

void CopiesForm::setBody(const MessageTemplate &body, CodeLanguage language)
{
    m_body = body;
    m_language = language;
    showPreview();
}

void CopiesForm::showRate()
{
    m_rateField->setHint(
        copies() > 1 && rate() > 0
            ? tr("About %1.").arg(Format::age(std::chrono::seconds(std::max(1, copies() / rate()))))
            : tr("0: no limit."));
}

void CopiesForm::showPreview()
{
    const bool shown = copies() > 1 || m_body.hasPlaces();
    m_previewTitle->setVisible(shown);
    m_preview->setVisible(shown);
    if (!shown)
        return;
    m_previewTitle->setText(tr("First of %1, as it will be sent").arg(Format::count(copies())));
    m_preview->setCode(m_body.filled(1), m_language);
}

void CopiesForm::languageChanged()
{
    m_copiesField->setLabel(tr("Copies"));
    m_copiesField->setHint(tr("{{seq}} counts them."));
    //: Messages per second.
    m_rateField->setLabel(tr("Rate"));
    //: Messages per second, after a number.
    m_rate->setSuffix(tr(" /s"));
    m_preview->setAccessibleName(tr("Preview"));
    showRate();
    showPreview();
}

} // namespace Signalbox
