// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/namefield.h"

#include <QLineEdit>
#include <QRegularExpression>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

/// \a name with everything a name cannot hold taken out or replaced.
QString suggestedName(const QString &name, int longest)
{
    static const QRegularExpression foreign(u"[^A-Za-z0-9]+"_s);
    static const QRegularExpression edges(u"^-+|-+$"_s);
    QString text = name;
    return text.replace(foreign, u"-"_s).remove(edges).left(longest);
}

} // namespace

NameField::NameField(std::function<Result<void>(const QString &)> check, int longest,
                     QWidget *parent)
    : FormField({}, new QLineEdit, parent)
    , m_check(std::move(check))
    , m_longest(longest)
    , m_edit(qobject_cast<QLineEdit *>(control()))
{
    connect(m_edit, &QLineEdit::editingFinished, this, &NameField::check);
    connect(m_edit, &QLineEdit::textEdited, this, [this] {
        setProblem({});
        emit edited();
    });
    connect(this, &FormField::fixRequested, this, [this](const QString &fix) {
        m_edit->setText(fix);
        this->check();
        m_edit->setFocus();
    });
}

QString NameField::name() const
{
    return m_edit->text();
}

void NameField::setName(const QString &name)
{
    m_edit->setText(name);
}

void NameField::setReadOnly(bool readOnly)
{
    m_edit->setReadOnly(readOnly);
}

void NameField::check()
{
    if (name().isEmpty() || m_check(name()))
        setProblem({});
    else
        setProblem(tr("Letters, digits and hyphens only, first a letter or a digit."),
                   suggestedName(name(), m_longest));
    emit edited();
}

bool NameField::checkAll()
{
    check();
    if (name().isEmpty())
        setProblem(m_missing);
    return m_check(name()).ok();
}

} // namespace Signalbox
