// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include <QString>
#include <QStringList>

namespace Signalbox {

class Layers;
struct SourceText;

// Each rule takes one file (its path relative to the tree) and returns a sentence per breach:
// "path:line: what is wrong".

/// An include of a folder that the file's own target does not link.
QStringList unlinkedIncludes(const QString &path, const SourceText &source, const Layers &layers);

/// QtHttpServer outside its seam, QCustomPlot outside the charts.
QStringList straySpecialHeaders(const QString &path, const SourceText &source);

/// SQL in a string of broker/ or app/ outside broker/store/sqlitedialect*.
QStringList straySql(const QString &path, const SourceText &source);

/// Nested event loops outside the tests.
QStringList nestedEventLoops(const QString &path, const SourceText &source);

/// A file that does not open with its licence (in the second line, if the first is #!).
QStringList missingLicence(const QString &path, const QString &text);

} // namespace Signalbox
