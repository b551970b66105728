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

    void showItem(const OutboxItem &item);

signals:
    void copied();
    /// The user wants the mail file.
    void saveRequested();

protected:
    void languageChanged() override;
    void themeChanged() override;

private:
    enum Part { Preview, Text, Attributes, Raw, PartCount };

    void showFacts();
    void showPart();

    OutboxItem m_item;
    KeyValueList *m_facts;
    TabStrip *m_parts;
    QStackedWidget *m_pages;
    QTextBrowser *m_preview;
    CodeEdit *m_text;
    Button *m_save;
};

} // namespace Signalbox
