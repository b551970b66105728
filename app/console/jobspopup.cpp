// SPDX-License-Identifier: GPL-3.0-only
#include "console/jobspopup.h"

#include "console/jobs.h"
#include "widgets/button.h"
#include "widgets/keyclaim.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

namespace Signalbox {

namespace {

constexpr int kWidth = 360;
constexpr int kSteps = 1000; // of a progress bar

} // namespace

/// One job.
class JobsPopup::Row final : public QWidget
{
public:
    Row(BackgroundJob &job, QWidget *parent)
        : QWidget(parent)
        , m_job(job)
        , m_title(new TextLabel(TextRole::BodyMedium, {}, this))
        , m_progress(new TextLabel(TextRole::Hint, Token::Text2, {}, this))
        , m_bar(new QProgressBar(this))
        , m_stop(new Button({}, ButtonKind::Default, {}, this))
    {
        m_bar->setTextVisible(false);
        m_bar->setFixedHeight(Metrics::kProgress);
        m_bar->setRange(0, kSteps);
        auto *texts = new QVBoxLayout;
        texts->setSpacing(2);
        texts->addWidget(m_title);
        texts->addWidget(m_bar);
        texts->addWidget(m_progress);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(Metrics::kSpaceMd);
        row->addLayout(texts, 1);
        row->addWidget(m_stop);
        connect(m_stop, &QPushButton::clicked, &job, &BackgroundJob::stop);
        showJob();
    }

    void showJob()
    {
        m_title->setText(m_job.title());
        m_bar->setAccessibleName(m_job.title());
        m_progress->setText(progressText(m_job));
        m_bar->setValue(
            m_job.total() > 0 ? int(double(m_job.done()) / double(m_job.total()) * kSteps) : 0);
        m_stop->setText(JobsPopup::tr("Stop"));
        //: %1 is what a job does, such as "Sending to orders".
        m_stop->setAccessibleName(JobsPopup::tr("Stop: %1").arg(m_job.title()));
        m_stop->setEnabled(m_job.state() == BackgroundJob::State::Running);
    }

private:
    BackgroundJob &m_job;
    TextLabel *m_title;
    TextLabel *m_progress;
    QProgressBar *m_bar;
    Button *m_stop;
};

JobsPopup::JobsPopup(Jobs &jobs, QWidget *window)
    : ThemedWidget(window)
    , m_jobs(jobs)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(Metrics::kSpaceLg, Metrics::kSpaceMd, Metrics::kSpaceLg,
                                 Metrics::kSpaceMd);
    m_column->setSpacing(Metrics::kSpaceMd);
    connect(&m_jobs, &Jobs::changed, this, &JobsPopup::showJobs);
    languageChanged();
    hide();
}

JobsPopup::~JobsPopup() = default;

void JobsPopup::openAt(const QPoint &corner)
{
    m_corner = corner;
    showJobs();
    if (m_rows.isEmpty())
        return;
    show();
    raise();
    if (auto *stop = findChild<Button *>())
        stop->setFocus();
}

void JobsPopup::showJobs()
{
    const QList<BackgroundJob *> &running = m_jobs.running();
    for (auto row = m_rows.begin(); row != m_rows.end();) {
        if (running.contains(row.key())) {
            ++row;
            continue;
        }
        delete row.value();
        row = m_rows.erase(row);
    }
    for (BackgroundJob *job : running) {
        Row *&row = m_rows[job];
        if (row) {
            row->showJob();
        } else {
            row = new Row(*job, this);
            m_column->addWidget(row);
        }
    }
    if (m_rows.isEmpty())
        return hide();
    place();
}

void JobsPopup::place()
{
    const int height = m_column->sizeHint().height();
    const int width = Theme::current().px(kWidth);
    setGeometry(m_corner.x() + Metrics::kSpaceSm, m_corner.y() - height - Metrics::kSpaceSm, width,
                height);
}

void JobsPopup::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::current();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.color(Token::Raised));
    painter.setPen(theme.color(Token::BorderStrong));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::kRadiusCard,
                            Metrics::kRadiusCard);
}

bool JobsPopup::event(QEvent *event)
{
    claimKey(event, Qt::Key_Escape);
    return ThemedWidget::event(event);
}

void JobsPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        ThemedWidget::keyPressEvent(event);
}

void JobsPopup::languageChanged()
{
    setAccessibleName(tr("Jobs"));
    for (Row *row : std::as_const(m_rows))
        row->showJob();
}

} // namespace Signalbox
