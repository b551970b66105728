// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/dialog.h"

namespace Signalbox {

class CodeEdit;
class KeyValueList;

/// Versions of the program, of what it is built with and of the current broker, and the licences of
/// everything that ships with it. Shown by open(); deletes itself.
class AboutDialog : public Dialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AboutDialog)

public:
    /// \a brokerVersion is empty while no broker answers.
    AboutDialog(const QString &brokerVersion, QWidget *window);
    ~AboutDialog() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString licences() const;

    QString m_brokerVersion;
    KeyValueList *m_versions;
    TextLabel *m_licencesTitle;
    CodeEdit *m_licences;
};

} // namespace Signalbox
