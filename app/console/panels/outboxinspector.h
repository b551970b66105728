// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/models/outboxitem.h"
#include "widgets/inspector.h"

class QStackedWidget;
class QTextBrowser;

namespace Signalbox {

class Button;
class CodeEdit;
class KeyValueList;
class TabStrip;

/// One mail or SMS in full: as its reader would see it, its text, what the publisher said, and the
/// mail file. Nothing in it can load anything or run.
class OutboxInspector : public Inspector
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutboxInspector)

public:
    explicit OutboxInspector(QWidget *parent = nullptr);

    /// \a obstacle: why it cannot be sent; empty when it can.
    void showItem(const OutboxItem &item, const QString &obstacle);
    /// While it is on its way.
    void setSending(bool sending);

signals:
    void copied();
    /// The user wants the mail file.
    void saveRequested();
    /// The user wants it to go to its recipient.
    void sendRequested();
    void deleteRequested();

protected:
    void languageChanged() override;
    void themeChanged() override;

private:
    enum Part { Preview, Text, Attributes, Raw, PartCount };

    void showFacts();
    void showPart();

    OutboxItem m_item;
    QString m_obstacle;
    KeyValueList *m_facts;
    TabStrip *m_parts;
    QStackedWidget *m_pages;
    QTextBrowser *m_preview;
    CodeEdit *m_text;
    Button *m_send;
    Button *m_save;
    Button *m_delete;
};

} // namespace Signalbox
