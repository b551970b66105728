// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/formdialog.h"

#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 12; ///< Of a request that are seen at once.

} // namespace

FormDialog::FormDialog(int width, const QString &primaryIcon, QWidget *window)
    : Dialog(width, window)
    , m_fields(new QVBoxLayout)
    , m_problem(new TextLabel(TextRole::Hint, Token::Danger, {}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_fields->setSpacing(Metrics::kSpaceLg);
    m_problem->setWordWrap(true);
    m_problem->hide();
    body()->addLayout(m_fields, 1);
    body()->addWidget(m_problem);
    setPrimary(new Button({}, ButtonKind::Primary, primaryIcon, this));
    primary()->setDefault(true);
    cancelButton()->setAutoDefault(false);
    connect(primary(), &QPushButton::clicked, this, [this] { submit(); });
}

FormDialog::~FormDialog() = default;

void FormDialog::showProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    setAccessibleDescription(problem);
}

void FormDialog::offerRequest(std::function<QString()> request, QWidget *insteadOf)
{
    m_writeRequest = std::move(request);
    m_insteadOfRequest = insteadOf;
    m_requestPlace = m_fields->count();
    m_showRequest = new Button(tr("Show request"), ButtonKind::Ghost, u"code-xml"_s, this);
    m_showRequest->setCheckable(true);
    m_showRequest->setAutoDefault(false);
    addSecondary(m_showRequest);
    connect(m_showRequest, &QPushButton::toggled, this, &FormDialog::showRequest);
}

void FormDialog::showRequest(bool shown)
{
    if (!m_request) {
        m_request = new CodeEdit(this);
        m_request->setReadOnly(true);
        m_request->setAccessibleName(tr("Request"));
        m_request->setLineWrapMode(QPlainTextEdit::WidgetWidth);
        m_fields->insertWidget(m_requestPlace, m_request, 1);
    }
    m_request->setVisible(shown);
    if (m_insteadOfRequest)
        m_insteadOfRequest->setVisible(!shown);
    requestChanged();
    if (isVisible() && !m_insteadOfRequest)
        adjustSize();
}

void FormDialog::requestChanged()
{
    if (!m_showRequest || !m_showRequest->isChecked())
        return;
    const QString request = m_writeRequest().trimmed();
    m_request->setCode(request, CodeLanguage::Xml);
    // One more for the first, which is long and wraps.
    const int lines = std::min(int(request.count(u'\n')) + 2, kMostLines);
    const int margins = 2 * Metrics::kSpaceMd;
    m_request->setMinimumHeight(lines * m_request->fontMetrics().lineSpacing() + margins);
}

QString FormDialog::requestText(const QString &method, const QString &target,
                                const QByteArray &document, const QString &contentType)
{
    const QString type = document.isEmpty() ? QString() : u"Content-Type: %1\n"_s.arg(contentType);
    return u"%1 %2 HTTP/1.1\n%3x-mns-version: 2015-06-06\n\n"_s.arg(method, target, type)
        + QString::fromUtf8(document);
}

void FormDialog::changeEvent(QEvent *event)
{
    Dialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    if (m_showRequest)
        m_showRequest->setText(tr("Show request"));
    if (m_request)
        m_request->setAccessibleName(tr("Request"));
}

QJsonArray FormDialog::shownIds(const QList<QByteArray> &messageIds)
{
    constexpr qsizetype kShown = 20;
    QJsonArray ids;
    for (const QByteArray &id : messageIds.first(std::min(messageIds.size(), kShown)))
        ids.append(QString::fromLatin1(id));
    if (messageIds.size() > kShown)
        ids.append(QStringLiteral("…"));
    return ids;
}

} // namespace Signalbox
