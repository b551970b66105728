// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace Signalbox::Ctl {

// The type name of an option says what can stand there, in the help and to the completion: words
// with this between them, or names of what an endpoint has.
inline constexpr char kChoiceSeparator = '|';
inline constexpr char kQueueName[] = "QUEUE";
inline constexpr char kTopicName[] = "TOPIC";
inline constexpr char kSubscriptionName[] = "SUBSCRIPTION";

/// What an option is to get in place of the choice \a index.
using ValueOfChoice = std::function<std::string(std::size_t index)>;

/// Lets \a option take nothing but \a choices. It gets the words themselves without \a valueOf.
CLI::Option *limitTo(CLI::Option *option, const std::vector<std::string> &choices,
                     const ValueOfChoice &valueOf = {});

/// Lets \a option, of an enumeration, take nothing but the words for its values.
template <typename Value>
CLI::Option *limitTo(CLI::Option *option, const std::vector<std::pair<std::string, Value>> &choices)
{
    std::vector<std::string> words;
    for (const auto &[word, value] : choices)
        words.push_back(word);
    return limitTo(option, words, [choices](std::size_t index) {
        return std::to_string(static_cast<int>(choices.at(index).second));
    });
}

} // namespace Signalbox::Ctl
