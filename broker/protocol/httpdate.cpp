// SPDX-License-Identifier: GPL-3.0-only
#include "protocol/httpdate.h"

#include <algorithm>
#include <array>

namespace Signalbox {

namespace {

constexpr std::array<QByteArrayView, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<QByteArrayView, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// The parts of a date, in whatever order they come. Everything is taken off the front of the text.
class DateText
{
public:
    explicit DateText(QByteArrayView text)
        : m_text(text.trimmed())
    {
    }

    bool take(char c)
    {
        if (!m_text.startsWith(c))
            return false;
        m_text = m_text.sliced(1);
        return true;
    }

    bool takeSpaces()
    {
        if (!take(' '))
            return false;
        while (take(' ')) { }
        return true;
    }

    /// A run of letters.
    QByteArrayView takeWord()
    {
        qsizetype length = 0;
        while (length < m_text.size()
               && ((m_text.at(length) | 0x20) >= 'a' && (m_text.at(length) | 0x20) <= 'z')) {
            ++length;
        }
        const QByteArrayView word = m_text.first(length);
        m_text = m_text.sliced(length);
        return word;
    }

    /// A number of \a min to \a max digits; -1 when there is none.
    int takeNumber(int minDigits, int maxDigits)
    {
        int number = 0;
        int digits = 0;
        while (digits < maxDigits && !m_text.isEmpty() && m_text.front() >= '0'
               && m_text.front() <= '9') {
            number = number * 10 + (m_text.front() - '0');
            m_text = m_text.sliced(1);
            ++digits;
        }
        return digits < minDigits ? -1 : number;
    }

    [[nodiscard]] QByteArrayView rest() const { return m_text; }

private:
    QByteArrayView m_text;
};

bool isDay(QByteArrayView word)
{
    // RFC 850 spells the day out.
    if (word.size() < 3)
        return false;
    for (const QByteArrayView day : kDays) {
        if (word.first(3).compare(day, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

unsigned monthNumber(QByteArrayView word)
{
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (word.compare(kMonths[i], Qt::CaseInsensitive) == 0)
            return static_cast<unsigned>(i + 1);
    }
    return 0;
}

bool isUtc(QByteArrayView zone)
{
    return zone == "GMT" || zone == "UTC" || zone == "+0000";
}

struct TimeOfDay
{
    int hour = -1;
    int minute = -1;
    int second = -1;
};

bool takeTime(DateText &text, TimeOfDay &time)
{
    time.hour = text.takeNumber(2, 2);
    if (!text.take(':'))
        return false;
    time.minute = text.takeNumber(2, 2);
    if (!text.take(':'))
        return false;
    time.second = text.takeNumber(2, 2);
    // A leap second may be named; it counts as the first of the next minute.
    return time.hour >= 0 && time.hour < 24 && time.minute >= 0 && time.minute < 60
        && time.second >= 0 && time.second <= 60;
}

} // namespace

std::optional<std::chrono::sys_seconds> parseHttpDate(QByteArrayView text)
{
    using namespace std::chrono;
    DateText rest(text);
    if (!isDay(rest.takeWord()))
        return std::nullopt;
    int dayOfMonth = -1;
    int year = -1;
    unsigned month = 0;
    TimeOfDay time;
    if (rest.take(',')) {
        // "Tue, 03 Jun 2025 11:23:48 GMT" or "Tuesday, 03-Jun-25 11:23:48 GMT"
        rest.takeSpaces();
        dayOfMonth = rest.takeNumber(1, 2);
        const bool hyphens = rest.take('-');
        if (!hyphens && !rest.takeSpaces())
            return std::nullopt;
        month = monthNumber(rest.takeWord());
        if (hyphens ? !rest.take('-') : !rest.takeSpaces())
            return std::nullopt;
        year = rest.takeNumber(hyphens ? 2 : 4, 4);
        if (hyphens && year < 100)
            year += year < 70 ? 2000 : 1900;
        if (!rest.takeSpaces() || !takeTime(rest, time) || !rest.takeSpaces()
            || !isUtc(rest.rest()))
            return std::nullopt;
    } else {
        // "Tue Jun  3 11:23:48 2025"
        rest.takeSpaces();
        month = monthNumber(rest.takeWord());
        rest.takeSpaces();
        dayOfMonth = rest.takeNumber(1, 2);
        if (!rest.takeSpaces() || !takeTime(rest, time) || !rest.takeSpaces())
            return std::nullopt;
        year = rest.takeNumber(4, 4);
        if (!rest.rest().isEmpty())
            return std::nullopt;
    }
    if (year < 0 || month == 0 || dayOfMonth < 1)
        return std::nullopt;
    const year_month_day date(std::chrono::year(year), std::chrono::month(month),
                              day(static_cast<unsigned>(dayOfMonth)));
    if (!date.ok())
        return std::nullopt;
    return sys_days(date) + hours(time.hour) + minutes(time.minute) + seconds(time.second);
}

QByteArray formatHttpDate(std::chrono::sys_seconds time)
{
    using namespace std::chrono;
    const sys_days days = floor<std::chrono::days>(time);
    const year_month_day date(days);
    const hh_mm_ss clock(time - days);
    QByteArray text("Sun, 00 Jan 0000 00:00:00 GMT");
    const auto put = [&text](qsizetype at, QByteArrayView part) {
        std::copy(part.begin(), part.end(), text.begin() + at);
    };
    const auto putNumber = [&text](qsizetype end, qint64 number, int digits) {
        for (; digits > 0; --digits, number /= 10)
            text[--end] = static_cast<char>('0' + number % 10);
    };
    put(0, kDays[weekday(days).c_encoding()]);
    putNumber(7, unsigned(date.day()), 2);
    put(8, kMonths[unsigned(date.month()) - 1]);
    putNumber(16, int(date.year()), 4);
    putNumber(19, clock.hours().count(), 2);
    putNumber(22, clock.minutes().count(), 2);
    putNumber(25, clock.seconds().count(), 2);
    return text;
}

} // namespace Signalbox
