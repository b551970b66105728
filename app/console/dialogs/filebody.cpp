// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/filebody.h"

#include "console/onreply.h"
#include "core/limits.h"
#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/iconmark.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPromise>
#include <QThreadPool>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kMostBytes = Limits::kMaxMaximumMessageSizeBytes;

/// In any thread.
Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::InvalidArgument, file.errorString()};
    if (file.size() > kMostBytes) {
        return Error{ErrorCode::InvalidArgument,
                     FileBody::tr("The file has %1, a message at most %2.")
                         .arg(Format::bytes(file.size()), Format::bytes(kMostBytes))};
    }
    const QByteArray content = file.read(kMostBytes + 1); // what has no size may still be long
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::InvalidArgument, file.errorString()};
    if (content.size() > kMostBytes) {
        return Error{ErrorCode::InvalidArgument,
                     FileBody::tr("The file is larger than %1, the most that a message has.")
                         .arg(Format::bytes(kMostBytes))};
    }
    return content;
}

QFuture<Result<QByteArray>> reading(const QString &path)
{
    // Shared because the pool copies what it runs.
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path] {
        promise->addResult(readFile(path));
        promise->finish();
    });
    return promise->future();
}

/// UTF-8 that XML can carry, and that stays the same when it is typed.
bool canTravel(const QByteArray &content)
{
    const auto isOddControl = [](char c) { return uchar(c) < 0x20 && c != '\n' && c != '\t'; };
    return std::none_of(content.cbegin(), content.cend(), isOddControl)
        && QString::fromUtf8(content).toUtf8() == content;
}

} // namespace

FileBody::FileBody(QWidget *parent)
    : ThemedWidget(parent)
    , m_icon(new IconMark(u"file-text"_s, Token::Muted, Metrics::kIcon, this))
    , m_name(new TextLabel(TextRole::BodyMedium, {}, this))
    , m_kind(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
    , m_choose(new Button({}, ButtonKind::Default, u"upload"_s, this))
{
    m_name->setElide(Qt::ElideMiddle);
    m_kind->setWordWrap(true);
    m_choose->setAutoDefault(false);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(Metrics::kSpaceXs);
    texts->addWidget(m_name);
    texts->addWidget(m_kind);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::kSpaceMd);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
    row->addWidget(m_choose, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Metrics::kSpaceSm, 0, 0);
    column->addLayout(row);
    column->addStretch(1);
    connect(m_choose, &QPushButton::clicked, this, &FileBody::choose);
    FileBody::languageChanged();
}

FileBody::~FileBody() = default;

void FileBody::choose()
{
    auto *dialog = new QFileDialog(this, tr("Choose a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &FileBody::load);
    dialog->open();
}

void FileBody::load(const QString &path)
{
    m_path = path;
    m_content.clear();
    m_problem.clear();
    m_hasContent = false;
    m_isReading = true;
    onReply(reading(path), this, [this, number = ++m_reading](const Result<QByteArray> &read) {
        if (number == m_reading)
            take(read);
    });
    showFile();
    emit changed();
}

void FileBody::take(const Result<QByteArray> &read)
{
    m_isReading = false;
    m_hasContent = read.ok();
    if (read) {
        m_content = *read;
        m_isText = canTravel(m_content);
    } else {
        m_problem = read.error().message;
    }
    showFile();
    emit changed();
}

QString FileBody::text() const
{
    return m_isText ? QString::fromUtf8(m_content) : QString::fromLatin1(m_content.toBase64());
}

void FileBody::showFile()
{
    m_name->setText(m_path.isEmpty() ? tr("No file chosen") : QFileInfo(m_path).fileName());
    QString kind;
    if (m_isReading)
        kind = tr("Being read");
    else if (m_hasContent && m_isText)
        //: %1 is the size of a file.
        kind = tr("%1, text").arg(Format::bytes(m_content.size()));
    else if (m_hasContent)
        //: %1 is the size of a file.
        kind = tr("%1, not text: travels as Base64").arg(Format::bytes(m_content.size()));
    else if (m_path.isEmpty())
        kind = tr("Text travels as it is, anything else as Base64.");
    m_kind->setText(kind);
}

void FileBody::languageChanged()
{
    m_choose->setText(tr("Choose file…"));
    showFile();
}

} // namespace Signalbox
