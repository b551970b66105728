// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QAbstractButton>

namespace Signalbox {

/// A row that leads somewhere: icon, title in the colour of links with a hint below, and a chevron.
class LinkRow : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkRow)
public:
    explicit LinkRow(const QString &iconName, QWidget *parent = nullptr);
    ~LinkRow() override;

    void setTexts(const QString &title, const QString &hint);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_iconName;
    QString m_hint;
};

} // namespace Signalbox
