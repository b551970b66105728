// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/table/waitnotice.h"

#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace Signalbox {

using namespace std::chrono_literals;

WaitNotice::WaitNotice(QWidget *viewport)
    : ThemedWidget(viewport)
    , m_text(new TextLabel(TextRole::Body, Token::Text2, {}, this))
    , m_retry(new Button({}, ButtonKind::Default, QStringLiteral("refresh-cw"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::kSpaceLg, Metrics::kSpaceLg, Metrics::kSpaceLg,
                               Metrics::kSpaceLg);
    column->setSpacing(Metrics::kSpaceMd);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addWidget(m_retry, 0, Qt::AlignHCenter);
    setBackgroundRole(QPalette::Base); // It stands on the table, before the skeleton.
    setAutoFillBackground(true);
    m_patience.setSingleShot(true);
    m_patience.setInterval(10s);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        place();
        show();
    });
    connect(m_retry, &QPushButton::clicked, this, &WaitNotice::retry);
    viewport->installEventFilter(this);
    languageChanged();
    hide();
}

WaitNotice::~WaitNotice() = default;

void WaitNotice::setName(const QString &name)
{
    m_name = name;
    languageChanged();
}

void WaitNotice::setWaiting(bool waiting)
{
    if (waiting) {
        m_patience.start();
    } else {
        m_patience.stop();
        hide();
    }
}

void WaitNotice::setTop(int top)
{
    m_top = top;
    place();
}

void WaitNotice::setPatience(std::chrono::milliseconds patience)
{
    m_patience.setInterval(patience);
}

void WaitNotice::retry()
{
    hide();
    m_patience.start();
    emit retryRequested();
}

void WaitNotice::place()
{
    const QSize size = sizeHint();
    const QRect all = parentWidget()->rect();
    // A third from the top, as in what stands where a list is empty, where there is room for that.
    const int free = all.height() - size.height();
    setGeometry((all.width() - size.width()) / 2,
                std::clamp(free / 3, std::min(m_top, std::max(0, free)), std::max(0, free)),
                size.width(), size.height());
}

bool WaitNotice::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    return ThemedWidget::eventFilter(watched, event);
}

void WaitNotice::languageChanged()
{
    //: %1 is the name of a broker.
    m_text->setText(m_name.isEmpty() ? tr("Still waiting for an answer")
                                     : tr("Still waiting for %1").arg(m_name));
    m_retry->setText(tr("Retry"));
    place();
}

} // namespace Signalbox
