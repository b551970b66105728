// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/dialog.h"

#include <QJsonArray>

#include <functional>

namespace Signalbox {

class Button;
class CodeEdit;

/// A dialog that asks for values and sends them: fields, below them what is wrong, and the button
/// that sends. Shown by open(); deletes itself when closed.
class FormDialog : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormDialog)

public:
    FormDialog(int width, const QString &primaryIcon, QWidget *window);
    ~FormDialog() override;

protected:
    /// The fields go here.
    [[nodiscard]] QVBoxLayout *fields() const { return m_fields; }
    /// Why it cannot be done; empty: nothing is wrong.
    void showProblem(const QString &problem);

    /// Adds a button that shows what would be sent: \a request gives its text. While it shows,
    /// \a insteadOf hides. To be followed by requestChanged() whenever a field changes.
    void offerRequest(std::function<QString()> request, QWidget *insteadOf = nullptr);
    void requestChanged();
    /// "PUT /queues/orders HTTP/1.1", the headers of MNS, and the document.
    [[nodiscard]] static QString
    requestText(const QString &method, const QString &target, const QByteArray &document = {},
                const QString &contentType = QStringLiteral("text/xml"));

    /// The first few of \a messageIds, and one "…" for the others.
    [[nodiscard]] static QJsonArray shownIds(const QList<QByteArray> &messageIds);

    /// The primary button was pressed: check, and send.
    virtual void submit() = 0;
    /// Sets every text; called again when the language changes.
    virtual void retranslate() = 0;
    void changeEvent(QEvent *event) override;

private:
    void showRequest(bool shown);

    QVBoxLayout *m_fields;
    TextLabel *m_problem;
    std::function<QString()> m_writeRequest;
    Button *m_showRequest = nullptr; ///< Null unless the request is offered.
    CodeEdit *m_request = nullptr; ///< Null until it shows for the first time.
    int m_requestPlace = 0; ///< Among the fields.
    QWidget *m_insteadOfRequest = nullptr;
};

} // namespace Signalbox
