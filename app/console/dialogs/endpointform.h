// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "console/workspace.h"
#include "protocol/pushendpoint.h"
#include "widgets/themedwidget.h"

#include <array>

class QLineEdit;
class QStackedWidget;

namespace Signalbox {

class FormField;
class QueueChoice;
class SegmentedControl;

/// Where a subscription delivers to: first the kind, then what that kind needs.
class EndpointForm : public ThemedWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EndpointForm)

public:
    explicit EndpointForm(const Workspace &workspace, QWidget *parent = nullptr);

    /// As MNS writes it.
    [[nodiscard]] QString endpoint() const;
    [[nodiscard]] PushChannel channel() const;
    /// Says what is wrong with it; true when nothing is.
    bool check();
    [[nodiscard]] QWidget *firstField() const;
    /// The field of the kind that is chosen.
    [[nodiscard]] QWidget *currentField() const;

signals:
    void changed();

protected:
    void languageChanged() override;

private:
    static constexpr std::array kChannels = {PushChannel::Http, PushChannel::Queue,
                                             PushChannel::Mail, PushChannel::Sms,
                                             PushChannel::Function};

    void addPage(QWidget *field);
    [[nodiscard]] QString target() const;

    QString m_account;
    SegmentedControl *m_kinds;
    QStackedWidget *m_pages;
    QLineEdit *m_url;
    QueueChoice *m_queue;
    QLineEdit *m_address;
    QLineEdit *m_phone;
    QLineEdit *m_function;
    std::array<FormField *, kChannels.size()> m_fields{};
    std::size_t m_count = 0; ///< Of fields, while they are made.
};

} // namespace Signalbox
