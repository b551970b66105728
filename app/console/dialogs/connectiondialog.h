// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/dialogs/formdialog.h"
#include "console/savedconnection.h"
#include "core/result.h"

#include <QUrl>

#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace Signalbox {

class AdminClient;
class ConnectionBook;
class FormField;
class IconButton;
class IconMark;
class SecretStore;

/// Asks for name, address and key of a broker elsewhere, tries them out, and adds the connection or
/// changes one that is there. Says where the secret of the key will be kept.
class ConnectionDialog : public FormDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectionDialog)

public:
    /// A new connection.
    ConnectionDialog(ConnectionBook &book, SecretStore &secrets, QWidget *window);
    /// The connection at \a index.
    ConnectionDialog(ConnectionBook &book, SecretStore &secrets, int index, QWidget *window);
    ~ConnectionDialog() override;

    /// What is known of a new connection.
    void suggest(const QUrl &url, const QString &accessKeyId);

signals:
    /// The connection at \a index was added or changed.
    void saved(int index);

protected:
    void submit() override;
    void retranslate() override;

private:
    void build();
    void showStripes();
    void askPlace();
    void test();
    void tryWith(const SavedConnection &connection, const QString &secret);
    void showOutcome(const QString &iconName, Token color, const QString &text);
    void showKeptWhere();
    [[nodiscard]] std::optional<SavedConnection> values();
    /// What is typed, or what is kept for the connection.
    [[nodiscard]] QString secret() const;
    /// Then what is kept has to be read first.
    [[nodiscard]] bool isDisconnected() const;

    ConnectionBook &m_book;
    SecretStore &m_secrets;
    int m_index = -1; ///< -1: a new one.
    std::unique_ptr<AdminClient> m_tried;
    std::optional<bool> m_inKeychain;

    QLineEdit *m_name;
    FormField *m_nameField;
    QLineEdit *m_address;
    FormField *m_addressField;
    QLineEdit *m_keyId;
    FormField *m_keyIdField;
    QLineEdit *m_secret;
    FormField *m_secretField;
    QAction *m_showSecret;
    QComboBox *m_stripe;
    FormField *m_stripeField;
    QCheckBox *m_asks;
    Button *m_test;
    IconMark *m_outcomeIcon;
    TextLabel *m_outcome;
};

} // namespace Signalbox
