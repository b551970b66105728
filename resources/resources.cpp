// SPDX-License-Identifier: GPL-3.0-only
#include "resources/resources.h"

// Outside any namespace: Q_INIT_RESOURCE declares a global function.
static void initSignalboxResources()
{
    Q_INIT_RESOURCE(signalbox);
    Q_INIT_RESOURCE(signalbox_translations);
}

namespace Signalbox {

void initResources()
{
    initSignalboxResources();
}

std::unique_ptr<QTranslator> loadTranslation(const QLocale &locale, const QString &catalogue)
{
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, catalogue, QStringLiteral("_"),
                          QStringLiteral(":/signalbox/translations")))
        return nullptr;
    return translator;
}

} // namespace Signalbox
