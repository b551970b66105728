// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/templatenamedialog.h"

#include "widgets/button.h"
#include "widgets/formfield.h"
#include "widgets/metrics.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace Signalbox {

using namespace Qt::StringLiterals;

TemplateNameDialog::TemplateNameDialog(const QStringList &taken, QWidget *window)
    : FormDialog(Metrics::kDialogSmall, u"file-text"_s, window)
    , m_taken(taken)
    , m_name(new QLineEdit(this))
    , m_field(new FormField({}, m_name, this))
{
    m_name->setMaxLength(60);
    fields()->addWidget(m_field);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_field->setProblem({});
        showHint();
    });
    retranslate();
    m_name->setFocus();
}

TemplateNameDialog::~TemplateNameDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

void TemplateNameDialog::submit()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty()) {
        m_field->setProblem(tr("A template needs a name."));
        return m_name->setFocus();
    }
    emit named(name);
    accept();
}

void TemplateNameDialog::showHint()
{
    const bool replaces = m_taken.contains(m_name->text().trimmed());
    m_field->setHint(replaces ? tr("Replaces the template of this name.")
                              : tr("Kept on this computer, for every connection."));
}

void TemplateNameDialog::retranslate()
{
    setHeading(u"file-text"_s, tr("Save as template"),
               tr("Body, delay, priority and properties are kept."));
    m_field->setLabel(tr("Name"));
    primary()->setText(tr("Save template"));
    showHint();
}

} // namespace Signalbox
