// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/connectiondialog.h"

#include "client/adminclient.h"
#include "console/brokerconnection.h"
#include "console/connectionbook.h"
#include "console/errortext.h"
#include "console/onreply.h"
#include "console/secretstore.h"
#include "console/stripes.h"
#include "widgets/button.h"
#include "widgets/format.h"
#include "widgets/formfield.h"
#include "widgets/iconmark.h"
#include "widgets/icons.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>

namespace Signalbox {

using namespace Qt::StringLiterals;

ConnectionDialog::ConnectionDialog(ConnectionBook &book, SecretStore &secrets, QWidget *window)
    : ConnectionDialog(book, secrets, -1, window)
{
}

ConnectionDialog::ConnectionDialog(ConnectionBook &book, SecretStore &secrets, int index,
                                   QWidget *window)
    : FormDialog(Metrics::kDialogMedium, {}, window)
    , m_book(book)
    , m_secrets(secrets)
    , m_index(index)
    , m_name(new QLineEdit(this))
    , m_nameField(new FormField({}, m_name, this))
    , m_address(new QLineEdit(this))
    , m_addressField(new FormField({}, m_address, this))
    , m_keyId(new QLineEdit(this))
    , m_keyIdField(new FormField({}, m_keyId, this))
    , m_secret(new QLineEdit(this))
    , m_secretField(new FormField({}, m_secret, this))
    , m_showSecret(m_secret->addAction(themedIcon(u"eye"_s), QLineEdit::TrailingPosition))
    , m_stripe(new QComboBox(this))
    , m_stripeField(new FormField({}, m_stripe, this))
    , m_asks(new QCheckBox(this))
    , m_test(new Button({}, ButtonKind::Default, u"activity"_s, this))
    , m_outcomeIcon(new IconMark(u"info"_s, Token::Muted, Metrics::kIcon, this))
    , m_outcome(new TextLabel(TextRole::Hint, Token::Muted, {}, this))
{
    build();
    if (m_index >= 0) {
        const SavedConnection connection = m_book.savedAt(m_index);
        m_name->setText(connection.name);
        m_address->setText(connection.url.toString());
        m_keyId->setText(connection.accessKeyId);
    }
    retranslate();
    if (m_index >= 0) {
        const SavedConnection connection = m_book.savedAt(m_index);
        m_stripe->setCurrentIndex(int(connection.stripe));
        m_asks->setChecked(connection.asksBeforeChange);
    }
    askPlace();
    m_name->setFocus();
}

ConnectionDialog::~ConnectionDialog()
{
    hide(); // While it is whole: losing the focus ends editing, which is answered.
}

void ConnectionDialog::build()
{
    m_secret->setEchoMode(QLineEdit::Password);
    m_showSecret->setCheckable(true);
    connect(m_showSecret, &QAction::toggled, this, [this](bool shown) {
        m_secret->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        m_showSecret->setIcon(themedIcon(shown ? u"eye-off"_s : u"eye"_s));
    });
    for (QLineEdit *edit : {m_name, m_address, m_keyId, m_secret}) {
        connect(edit, &QLineEdit::textEdited, this, [this] {
            for (FormField *field : {m_nameField, m_addressField, m_keyIdField, m_secretField})
                field->setProblem({});
            showOutcome({}, Token::Muted, {});
        });
    }

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Metrics::kSpaceLg);
    grid->setVerticalSpacing(Metrics::kSpaceMd);
    grid->addWidget(m_nameField, 0, 0, Qt::AlignTop);
    grid->addWidget(m_addressField, 0, 1, Qt::AlignTop);
    grid->addWidget(m_keyIdField, 1, 0, Qt::AlignTop);
    grid->addWidget(m_secretField, 1, 1, Qt::AlignTop);
    grid->addWidget(m_stripeField, 2, 0, Qt::AlignTop);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    fields()->addLayout(grid);
    fields()->addWidget(m_asks);

    m_outcome->setWordWrap(true);
    m_outcome->setAlignment(Qt::AlignLeading | Qt::AlignTop); // on the line of the icon
    auto *outcome = new QHBoxLayout;
    outcome->setSpacing(Metrics::kSpaceSm);
    outcome->addWidget(m_outcomeIcon, 0, Qt::AlignTop);
    outcome->addWidget(m_outcome, 1);
    fields()->addLayout(outcome);
    showOutcome({}, Token::Muted, {});

    m_test->setAutoDefault(false);
    addSecondary(m_test);
    connect(m_test, &QPushButton::clicked, this, &ConnectionDialog::test);
}

void ConnectionDialog::suggest(const QUrl &url, const QString &accessKeyId)
{
    m_name->setText(url.authority());
    m_address->setText(url.toString());
    m_keyId->setText(accessKeyId);
    m_secret->setFocus();
}

void ConnectionDialog::askPlace()
{
    onReply(m_secrets.place(), this, [this](SecretStore::Place place) {
        m_inKeychain = place == SecretStore::Place::Keychain;
        showKeptWhere();
    });
}

void ConnectionDialog::showKeptWhere()
{
    if (!m_inKeychain)
        return m_secretField->setHint({});
    const QString kept = *m_inKeychain ? tr("Kept in the desktop's keychain.")
                                       : tr("No keychain: kept in a file only you can read.");
    m_secretField->setHint(
        m_index >= 0 && m_secret->text().isEmpty() ? tr("Empty: the one that is kept.") : kept);
    m_secretField->setToolTip(*m_inKeychain ? QString() : m_secrets.filePath().toHtmlEscaped());
}

std::optional<SavedConnection> ConnectionDialog::values()
{
    SavedConnection connection;
    connection.name = m_name->text().trimmed();
    connection.accessKeyId = m_keyId->text().trimmed();
    connection.stripe = StripeColor(m_stripe->currentIndex());
    connection.asksBeforeChange = m_asks->isChecked();
    const Result<QUrl> url = Endpoint::parseUrl(m_address->text());
    QWidget *wrong = nullptr;
    if (secret().isEmpty() && !isDisconnected()) {
        m_secretField->setProblem(tr("The secret of the key is missing."));
        wrong = m_secret;
    }
    if (connection.accessKeyId.isEmpty()) {
        m_keyIdField->setProblem(tr("The key is missing."));
        wrong = m_keyId;
    }
    if (!url) {
        m_addressField->setProblem(tr("An address such as http://10.20.4.12:9324."));
        wrong = m_address;
    } else {
        connection.url = *url;
        if (connection.name.isEmpty())
            connection.name = url->authority();
    }
    if (wrong) {
        wrong->setFocus();
        return std::nullopt;
    }
    return connection;
}

QString ConnectionDialog::secret() const
{
    if (!m_secret->text().isEmpty() || m_index < 0)
        return m_secret->text();
    const BrokerConnection *connection = m_book.connectionAt(m_index);
    return connection ? connection->endpoint().accessKeySecret : QString();
}

bool ConnectionDialog::isDisconnected() const
{
    return m_index >= 0 && m_book.savedAt(m_index).isDisconnected;
}

void ConnectionDialog::test()
{
    const std::optional<SavedConnection> connection = values();
    if (!connection || m_test->isBusy())
        return;
    m_test->setBusy(true);
    showOutcome(u"loader"_s, Token::Info, tr("Asking %1…").arg(connection->url.authority()));
    if (!secret().isEmpty() || !isDisconnected())
        return tryWith(*connection, secret());
    onReply(m_secrets.read(m_book.savedAt(m_index).id), this,
            [this, connection](const Result<QString> &kept) {
                tryWith(*connection, kept ? *kept : QString());
            });
}

void ConnectionDialog::tryWith(const SavedConnection &connection, const QString &secret)
{
    Endpoint endpoint;
    endpoint.url = connection.url;
    endpoint.accessKeyId = connection.accessKeyId;
    endpoint.accessKeySecret = secret;
    m_tried = std::make_unique<AdminClient>(endpoint);
    QElapsedTimer sinceAsked;
    sinceAsked.start();
    onReply(m_tried->status(), this, [this, sinceAsked](const Result<Admin::Status> &reply) {
        m_test->setBusy(false);
        if (!reply) {
            const bool notOffered = reply.error().code == ErrorCode::NotFound;
            return showOutcome(u"octagon-alert"_s, Token::Danger,
                               notOffered
                                   ? tr("Something answers there, but it is no Signalbox broker.")
                                   : errorText(reply.error()));
        }
        showOutcome(u"circle-check"_s, Token::Ok,
                    //: %1 is a version, %2 a duration, %3 a number of queues.
                    tr("Signalbox %1 answered within %2. Queues: %3.")
                        .arg(reply->version,
                             Format::duration(std::chrono::milliseconds(sinceAsked.elapsed())),
                             Format::count(reply->queues)));
    });
}

void ConnectionDialog::showOutcome(const QString &iconName, Token color, const QString &text)
{
    m_outcomeIcon->setIcon(iconName, color);
    m_outcomeIcon->setVisible(!text.isEmpty());
    m_outcome->setColor(color);
    m_outcome->setText(text);
    m_outcome->setVisible(!text.isEmpty());
    if (isVisible())
        adjustSize();
}

void ConnectionDialog::submit()
{
    const std::optional<SavedConnection> connection = values();
    if (!connection)
        return;
    if (m_index >= 0) {
        const QString typed = m_secret->text();
        m_book.replace(m_index, *connection, typed.isEmpty() ? std::nullopt : std::optional(typed));
        emit saved(m_index);
    } else {
        emit saved(m_book.add(*connection, secret()));
    }
    accept();
}

void ConnectionDialog::showStripes()
{
    const int chosen = std::max(0, m_stripe->currentIndex());
    m_stripe->clear();
    for (const StripeColor color : kStripeColors)
        m_stripe->addItem(stripeIcon(color), stripeName(color));
    m_stripe->setCurrentIndex(chosen);
}

void ConnectionDialog::retranslate()
{
    m_stripeField->setLabel(tr("Colour stripe"));
    m_stripeField->setHint(tr("At the connection, and across the window."));
    m_asks->setText(tr("Ask before every change"));
    m_asks->setToolTip(tr("Sending, receiving, editing and deleting wait until you agree."));
    showStripes();
    setHeading(u"server"_s, m_index >= 0 ? tr("Edit connection") : tr("Add connection"),
               tr("A Signalbox broker on another machine, or another one on this."));
    m_nameField->setLabel(tr("Name"));
    m_nameField->setHint(tr("As the sidebar shows it."));
    m_addressField->setLabel(tr("Address"));
    m_addressField->setHint(tr("Host and port, for example 10.20.4.12:9324."));
    m_keyIdField->setLabel(tr("AccessKey ID"));
    m_secretField->setLabel(tr("AccessKey secret"));
    m_showSecret->setText(tr("Show the secret"));
    m_test->setText(tr("Test connection"));
    primary()->setText(m_index >= 0 ? tr("Save") : tr("Add connection"));
    showKeptWhere();
}

} // namespace Signalbox
