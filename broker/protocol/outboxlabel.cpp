// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/outboxlabel.h"

#include <algorithm>
#include <array>
#include <utility>

namespace Signalbox {

namespace {

using Field = QString OutboxLabel::*;

constexpr std::array<std::pair<QLatin1StringView, Field>, 5> kFields{{
    {QLatin1StringView("Topic"), &OutboxLabel::topic},
    {QLatin1StringView("Subscription"), &OutboxLabel::subscription},
    {QLatin1StringView("Endpoint"), &OutboxLabel::endpoint},
    {QLatin1StringView("DeliveryState"), &OutboxLabel::state},
    {QLatin1StringView("DeliveryError"), &OutboxLabel::error},
}};

} // namespace

OutboxLabel outboxLabelOf(const QList<MessageProperty> &systemProperties)
{
    OutboxLabel label;
    for (const auto &[name, field] : kFields) {
        for (const MessageProperty &property : systemProperties) {
            if (property.name == name)
                label.*field = property.value;
        }
    }
    return label;
}

QList<MessageProperty> withOutboxLabel(const QList<MessageProperty> &systemProperties,
                                       const OutboxLabel &label)
{
    QList<MessageProperty> labelled = systemProperties;
    labelled.removeIf([](const MessageProperty &property) {
        return std::ranges::any_of(kFields,
                                   [&](const auto &field) { return field.first == property.name; });
    });
    for (const auto &[name, field] : kFields) {
        if (const QString &value = label.*field; !value.isEmpty())
            labelled.append({name, value, PropertyType::String});
    }
    return labelled;
}

} // namespace Signalbox
