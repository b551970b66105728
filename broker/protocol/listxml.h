// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "protocol/xmlreader.h"
#include "protocol/xmlwriter.h"

/// The documents of list operations, which differ only in their names: a root with entries, each
/// with its URL and perhaps its attributes, then NextMarker.
namespace Signalbox {

/// The names of the elements; literals.
struct ListNames
{
    QByteArrayView root; ///< "Queues"
    QByteArrayView entry; ///< "Queue"
    QByteArrayView url; ///< "QueueURL"
};

/// \a urlOf gives an entry's URL, \a writeAttributes writes the rest of it, \a entryBytes is about
/// how long one is.
template <typename Entry, typename UrlOf, typename WriteAttributes>
QByteArray writeList(const ListNames &names, const std::vector<Entry> &entries,
                     const QByteArray &nextMarker, bool withMeta, qsizetype entryBytes, UrlOf urlOf,
                     WriteAttributes writeAttributes)
{
    XmlWriter writer(names.root, static_cast<qsizetype>(entries.size()) * entryBytes);
    for (const Entry &entry : entries) {
        writer.open(names.entry);
        writer.text(names.url, urlOf(entry));
        if (withMeta)
            writeAttributes(writer, entry);
        writer.close();
    }
    writer.text("NextMarker", nextMarker);
    return writer.finish();
}

/// Reads a page into \a List, whose member \a entries takes what \a readEntry makes of each entry.
template <typename List, typename Entry, typename ReadEntry>
Result<List> parseList(const ListNames &names, QByteArrayView document,
                       std::vector<Entry> List::*entries, ReadEntry readEntry)
{
    XmlReader reader(document, XmlReader::Origin::Reply);
    List list;
    std::optional<QByteArray> nextMarker;
    if (reader.readRoot(names.root)) {
        while (reader.nextChild()) {
            if (reader.name() == names.entry)
                (list.*entries).push_back(readEntry(reader));
            else if (reader.name() == "NextMarker")
                reader.read(nextMarker);
            else
                reader.skip();
        }
    }
    list.nextMarker = nextMarker.value_or(QByteArray());
    return reader.finish(std::move(list));
}

} // namespace Signalbox
