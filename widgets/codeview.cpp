// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/codeview.h"

#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/format.h"
#include "widgets/keyclaim.h"
#include "widgets/label.h"
#include "widgets/metrics.h"
#include "widgets/searchfield.h"
#include "widgets/segmentedcontrol.h"
#include "widgets/statuspill.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

constexpr qsizetype kMostMatches = 1000; // more help nobody, and each costs a selection

} // namespace

CodeView::CodeView(QWidget *parent)
    : ThemedWidget(parent)
    , m_title(new TextLabel(TextRole::CardTitle, QString(), this))
    , m_decodedChip(new StatusPill(this))
    , m_size(new TextLabel(TextRole::Hint, Token::Text2, QString(), this))
    , m_forms(new SegmentedControl(this))
    , m_decode(new IconButton(u"fingerprint"_s, QString(), this))
    , m_copy(new IconButton(u"copy"_s, QString(), this))
    , m_problemLine(new TextLabel(TextRole::Hint, Token::Danger, QString(), this))
    , m_matchBar(new QWidget(this))
    , m_search(new SearchField(QString(), m_matchBar))
    , m_matchCount(new TextLabel(TextRole::Hint, Token::Muted, QString(), m_matchBar))
    , m_previous(new IconButton(u"chevron-up"_s, QString(), m_matchBar))
    , m_next(new IconButton(u"chevron-down"_s, QString(), m_matchBar))
    , m_editor(new CodeEdit(this))
{
    m_editor->setReadOnly(true);
    m_decodedChip->hide();
    m_problemLine->setWordWrap(true);
    m_problemLine->hide();
    m_search->hide();
    m_matchBar->hide();
    m_decode->hide();
    for (int i = 0; i < 3; ++i)
        m_forms->addSegment(QString());
    auto *head = new QHBoxLayout;
    head->setSpacing(Metrics::kSpaceSm);
    head->addWidget(m_title);
    head->addWidget(m_decodedChip);
    head->addStretch(1);
    head->addWidget(m_size);
    head->addWidget(m_forms);
    head->addWidget(m_decode);
    head->addWidget(m_copy);
    auto *matches = new QHBoxLayout(m_matchBar);
    matches->setContentsMargins(0, 0, 0, 0);
    matches->setSpacing(Metrics::kSpaceSm);
    matches->addStretch(1);
    matches->addWidget(m_search);
    matches->addWidget(m_matchCount);
    matches->addWidget(m_previous);
    matches->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::kSpaceSm);
    column->addLayout(head);
    column->addWidget(m_problemLine);
    column->addWidget(m_matchBar);
    column->addWidget(m_editor, 1);
    connect(m_forms, &SegmentedControl::currentIndexChanged, this, &CodeView::showForm);
    connect(m_decode, &QAbstractButton::clicked, this, [this] { setDecoded(!m_decoded); });
    connect(m_copy, &QAbstractButton::clicked, this, [this] {
        // Copying takes what was sent or what it means, as it is shown.
        QApplication::clipboard()->setText(form() == Form::Hex ? m_editor->toPlainText()
                                                               : QString::fromUtf8(m_content));
        emit copied();
    });
    connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            closeSearch();
        else
            match();
    });
    connect(m_search, &SearchField::searchRepeated, this, [this] { stepMatch(1); });
    connect(m_previous, &QAbstractButton::clicked, this, [this] { stepMatch(-1); });
    connect(m_next, &QAbstractButton::clicked, this, [this] { stepMatch(1); });
    const auto onKey = [this](const QKeySequence &key, auto does) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, does);
    };
    onKey(Qt::Key_F3, [this] { stepMatch(1); });
    onKey(Qt::SHIFT | Qt::Key_F3, [this] { stepMatch(-1); });
    languageChanged();
}

CodeView::~CodeView() = default;

bool CodeView::event(QEvent *event)
{
    claimKey(event, QKeySequence::Find);
    return ThemedWidget::event(event);
}

void CodeView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Find))
        openSearch();
    else
        ThemedWidget::keyPressEvent(event);
}

void CodeView::setTitle(const QString &title)
{
    m_title->setText(title);
    m_editor->setAccessibleName(title);
}

void CodeView::setBody(const QByteArray &body)
{
    m_body = body;
    m_bytes = decodeBase64Text(body);
    const bool isText = m_bytes.has_value();
    if (!isText && !body.isEmpty() && body.size() % 4 == 0) {
        const auto bytes =
            QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
        if (bytes)
            m_bytes = *bytes;
    }
    setDecoded(isText);
}

void CodeView::setDecoded(bool decoded)
{
    m_decoded = decoded && m_bytes;
    m_content = m_decoded ? *m_bytes : m_body;
    showContent();
}

void CodeView::showContent()
{
    m_language = guessLanguage(m_content);
    m_problem.clear();
    const QByteArray start = m_content.trimmed().left(1);
    if (m_language == CodeLanguage::Plain && (start == "{" || start == "[")) {
        if (const std::optional<JsonProblem> problem = findJsonProblem(m_content))
            m_problem = tr("Not JSON: line %1, column %2.").arg(problem->line).arg(problem->column);
    }
    m_problemLine->setText(m_problem);
    m_problemLine->setVisible(!m_problem.isEmpty());
    m_decodedChip->setVisible(m_decoded);
    m_decode->setVisible(isDecodable());
    m_size->setText(Format::bytes(m_body.size()));
    m_size->setToolTip(Format::exactBytes(m_body.size()));
    languageChanged();
    const Form best = !isReadableText(m_content) ? Form::Hex
        : m_language == CodeLanguage::Plain      ? Form::Text
                                                 : Form::Structured;
    setForm(best);
    showForm();
}

CodeView::Form CodeView::form() const
{
    return Form(m_forms->currentIndex());
}

void CodeView::setForm(Form form)
{
    m_forms->setCurrentIndex(int(form));
}

void CodeView::languageChanged()
{
    m_decodedChip->setState({Tone::Info, {}, tr("decoded")});
    m_decodedChip->setToolTip(tr("The body was sent as Base64."));
    m_forms->setSegmentText(0, m_language == CodeLanguage::Xml ? u"XML"_s : u"JSON"_s);
    //: A way to look at a message body.
    m_forms->setSegmentText(1, tr("Text"));
    //: A way to look at a message body: hexadecimal.
    m_forms->setSegmentText(2, tr("Hex"));
    m_decode->setName(m_decoded ? tr("Show the Base64 as it was sent") : tr("Decode the Base64"));
    m_copy->setName(tr("Copy the body"));
    m_search->setPlaceholderText(tr("Find in the body"));
    m_search->setAccessibleName(tr("Find in the body"));
    m_previous->setName(tr("Previous match"));
    m_next->setName(tr("Next match"));
    showMatches();
}

void CodeView::showForm()
{
    switch (form()) {
    case Form::Structured:
        m_editor->setCode(m_language == CodeLanguage::Json ? formatJson(m_content)
                                                           : QString::fromUtf8(m_content),
                          m_language);
        break;
    case Form::Text:
        m_editor->setCode(QString::fromUtf8(m_content), CodeLanguage::Plain);
        if (const auto problem = m_problem.isEmpty() ? std::nullopt : findJsonProblem(m_content))
            m_editor->markLines(problem->line, problem->line, Tone::Danger);
        break;
    case Form::Hex:
        m_editor->setCode(hexDump(m_content), CodeLanguage::Plain);
        break;
    }
    match();
}

void CodeView::setHighlight(const QString &text, const JsonPath &path)
{
    if (m_highlight == text && m_highlightPath == path)
        return;
    m_highlight = text;
    m_highlightPath = path;
    match();
}

void CodeView::openSearch()
{
    m_search->show();
    m_matchBar->show();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void CodeView::closeSearch()
{
    m_search->hide();
    match();
    m_editor->setFocus();
}

void CodeView::match()
{
    const QString code = form() == Form::Hex ? QString() : m_editor->toPlainText();
    const bool searched = m_search->isVisibleTo(this) && !m_search->text().isEmpty();
    if (searched || m_highlightPath.isEmpty()) {
        m_matches = findText(code, searched ? m_search->text() : m_highlight, kMostMatches);
    } else {
        const std::optional<TextSpan> value = findJsonValue(code, m_highlightPath);
        m_matches = value ? QList<TextSpan>{*value} : QList<TextSpan>();
    }
    m_match = 0;
    m_editor->setMatches(m_matches);
    if (!m_matches.isEmpty())
        m_editor->showMatch(m_matches.constFirst());
    showMatches();
}

void CodeView::stepMatch(int steps)
{
    const qsizetype count = m_matches.size();
    if (count == 0)
        return;
    m_match = (m_match + steps + count) % count; // from the end it begins again at the top
    m_editor->showMatch(m_matches.at(m_match));
    showMatches();
}

void CodeView::showMatches()
{
    const bool searching = m_search->isVisibleTo(this);
    m_matchBar->setVisible(searching || !m_matches.isEmpty());
    m_previous->setEnabled(m_matches.size() > 1);
    m_next->setEnabled(m_matches.size() > 1);
    if (m_matches.isEmpty()) {
        m_matchCount->setText(m_search->text().isEmpty() ? QString() : tr("No match"));
        return;
    }
    const QString all = m_matches.size() == kMostMatches ? Format::count(m_matches.size()) + u'+'
                                                         : Format::count(m_matches.size());
    //: Which of how many places in a body that were found is shown.
    m_matchCount->setText(tr("Match %1 of %2").arg(Format::count(m_match + 1), all));
}

} // namespace Signalbox
