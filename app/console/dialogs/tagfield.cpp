// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/tagfield.h"

#include "core/limits.h"
#include "protocol/bounds.h"

#include <QLineEdit>
#include <QValidator>

namespace Signalbox {

namespace {

class TagLength final : public QValidator
{
public:
    using QValidator::QValidator;

    State validate(QString &input, int &) const override
    {
        return characterCount(input) <= Limits::kMaxTagLength ? Acceptable : Invalid;
    }
};

} // namespace

TagField::TagField(QWidget *parent)
    : FormField({}, new QLineEdit, parent)
    , m_tag(static_cast<QLineEdit *>(control()))
{
    m_tag->setValidator(new TagLength(m_tag));
    connect(m_tag, &QLineEdit::inputRejected, this,
            [this] { setProblem(tr("At most %1 characters.").arg(Limits::kMaxTagLength)); });
    connect(m_tag, &QLineEdit::textChanged, this, [this] {
        setProblem({});
        emit changed();
    });
    languageChanged();
}

TagField::~TagField() = default;

void TagField::setText(const QString &tag)
{
    m_tag->setText(tag);
}

QString TagField::text() const
{
    return m_tag->text();
}

void TagField::languageChanged()
{
    FormField::languageChanged();
    setLabel(tr("Tag"));
}

} // namespace Signalbox
