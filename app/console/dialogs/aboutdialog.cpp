// SPDX-License-Identifier: GPL-3.0-only
#include "console/dialogs/aboutdialog.h"

#include "widgets/button.h"
#include "widgets/codeedit.h"
#include "widgets/keyvaluelist.h"
#include "widgets/label.h"
#include "widgets/metrics.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QSysInfo>
#include <QVBoxLayout>

#include <array>

namespace Signalbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLicencesHeight = 200;

struct Part
{
    const char *name;
    const char *licence;
    const char *holder;
};

constexpr std::array kParts = {
    Part{"Signalbox", "GPL-3.0-only", "the Signalbox authors"},
    Part{"Qt", "LGPL-3.0-only; Qt HTTP Server GPL-3.0-only", "The Qt Company"},
    Part{"QCustomPlot", "GPL-3.0-or-later", "Emanuel Eichhammer"},
    Part{"QtKeychain", "BSD-3-Clause", "Frank Osterfeld"},
    Part{"SQLite", "public domain", "D. Richard Hipp and others"},
    Part{"OpenSSL", "Apache-2.0", "The OpenSSL Project"},
    Part{"libcurl", "curl", "Daniel Stenberg and contributors"},
    Part{"toml++", "MIT", "Mark Gillard"},
    Part{"Inter", "OFL-1.1", "The Inter Project Authors"},
    Part{"JetBrains Mono", "OFL-1.1", "The JetBrains Mono Project Authors"},
    Part{"Lucide", "ISC", "Lucide Contributors"},
};

} // namespace

AboutDialog::AboutDialog(const QString &brokerVersion, QWidget *window)
    : Dialog(Metrics::kDialogMedium, window)
    , m_brokerVersion(brokerVersion)
    , m_versions(new KeyValueList(this))
    , m_licencesTitle(new TextLabel(TextRole::CardTitle, {}, this))
    , m_licences(new CodeEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_licences->setReadOnly(true);
    m_licences->setGutterVisible(false);
    m_licences->setFixedHeight(Theme::current().px(kLicencesHeight));
    body()->addWidget(m_versions);
    body()->addWidget(m_licencesTitle);
    body()->addWidget(m_licences);
    setPrimary(new Button({}, ButtonKind::Primary, u"copy"_s, this));
    connect(primary(), &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(u"Signalbox %1, Qt %2, %3\n\n%4"_s.arg(
            QApplication::applicationVersion(), QString::fromLatin1(qVersion()),
            QSysInfo::prettyProductName(), licences()));
    });
    retranslate();
}

AboutDialog::~AboutDialog() = default;

QString AboutDialog::licences() const
{
    QStringList lines;
    for (const Part &part : kParts) {
        lines.append(u"%1: %2 (%3)"_s.arg(QLatin1StringView(part.name),
                                          QLatin1StringView(part.licence),
                                          QLatin1StringView(part.holder)));
    }
    return lines.join(u'\n');
}

void AboutDialog::changeEvent(QEvent *event)
{
    Dialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AboutDialog::retranslate()
{
    setHeading(u"info"_s, tr("About Signalbox"),
               tr("A message broker that answers the MNS API, and its console."));
    QList<KeyValue> versions{
        {tr("Console"), QApplication::applicationVersion()},
        {tr("Broker"), m_brokerVersion.isEmpty() ? tr("not connected") : m_brokerVersion},
        {u"Qt"_s, QString::fromLatin1(qVersion())},
        {tr("System"), QSysInfo::prettyProductName()},
    };
    m_versions->setRows(versions);
    m_licencesTitle->setText(tr("Licences"));
    m_licences->setCode(licences(), CodeLanguage::Plain);
    m_licences->setAccessibleName(tr("Licences"));
    primary()->setText(tr("Copy"));
    cancelButton()->setText(tr("Close"));
}

} // namespace Signalbox
