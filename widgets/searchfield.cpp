// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/searchfield.h"

#include "widgets/icons.h"
#include "widgets/metrics.h"

#include <QAction>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace Signalbox {

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    addAction(themedIcon(u"search"_s), LeadingPosition);
    setClearButtonEnabled(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    // Qt's own clear icon is a bitmap of the platform.
    if (auto *clear = findChild<QAction *>(u"_q_qlineeditclearaction"_s))
        clear->setIcon(themedIcon(u"x"_s));
    m_delay.setSingleShot(true);
    m_delay.setInterval(Metrics::kSearchDebounceMs);
    connect(this, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::returnPressed, this, [this] {
        const bool isNew = announce();
        emit searchSettled();
        if (!isNew)
            emit searchRepeated();
    });
    connect(&m_delay, &QTimer::timeout, this, &SearchField::announce);
}

SearchField::~SearchField() = default;

QSize SearchField::sizeHint() const
{
    return {Theme::current().px(240), QLineEdit::sizeHint().height()};
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        if (text().isEmpty()) {
            clearFocus();
        } else {
            clear();
            announce();
        }
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    announce();
    emit searchSettled();
}

bool SearchField::announce()
{
    m_delay.stop();
    if (m_announced == text())
        return false;
    m_announced = text();
    emit searchChanged(m_announced);
    return true;
}

} // namespace Signalbox
