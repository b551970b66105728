// SPDX-License-Identifier: GPL-3.0-only
#include "widgets/icons.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Signalbox {

namespace {

QPixmap renderSvg(const QByteArray &svg, int size, qreal ratio)
{
    const int devicePixels = std::max(1, int(std::lround(size * ratio)));
    QPixmap pixmap(devicePixels, devicePixels);
    pixmap.fill(Qt::transparent);
    if (!svg.isEmpty()) {
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(0, 0, devicePixels, devicePixels));
    }
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QByteArray readSvg(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class LucideEngine final : public QIconEngine
{
public:
    LucideEngine(const QString &name, Token token)
        : m_name(name)
        , m_token(token)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int side = std::min(rect.width(), rect.height());
        QRect square(rect.topLeft(), QSize(side, side));
        square.moveTop(rect.top() + (rect.height() - side) / 2);
        if (rect.width() <= rect.height())
            square.moveLeft(rect.left() + (rect.width() - side) / 2);
        paintIcon(*painter, square, m_name, colorFor(mode), side);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new LucideEngine(m_name, m_token); }
    QString key() const override { return u"SignalboxLucide"_s; }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        return Theme::current().color(mode == QIcon::Disabled ? Token::Disabled : m_token);
    }

    QString m_name;
    Token m_token;
};

} // namespace

QIcon themedIcon(const QString &name, Token token)
{
    return name.isEmpty() ? QIcon() : QIcon(new LucideEngine(name, token));
}

QPixmap iconPixmap(const QString &name, const QColor &color, int size, qreal ratio)
{
    const QString key =
        u"signalbox/%1/%2/%3/%4"_s.arg(name, color.name(QColor::HexArgb)).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = readSvg(u":/signalbox/icons/lucide/"_s + name + u".svg"_s);
    if (svg.isEmpty() && !name.isEmpty())
        qWarning("There is no icon %s.", qPrintable(name));
    svg.replace("currentColor", color.name().toLatin1());
    if (size > 16)
        svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
    pixmap = renderSvg(svg, size, ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color,
               int size)
{
    if (name.isEmpty())
        return;
    const qreal ratio = painter.device() ? painter.device()->devicePixelRatioF() : 1.0;
    const QPixmap pixmap = iconPixmap(name, color, size, ratio);
    // On whole device pixels, else the strokes blur.
    const auto snap = [ratio](qreal value) { return std::round(value * ratio) / ratio; };
    painter.drawPixmap(
        QPointF(snap(rect.center().x() - size / 2.0), snap(rect.center().y() - size / 2.0)),
        pixmap);
}

QPixmap brandMark(const Theme &theme, int size, qreal ratio)
{
    QByteArray svg = readSvg(u":/signalbox/brand/mark.svg"_s);
    svg.replace("#1D5BC7", theme.color(Token::Accent).name().toLatin1());
    svg.replace("#FFFFFF", theme.color(Token::OnAccent).name().toLatin1());
    return renderSvg(svg, size, ratio);
}

QIcon applicationIcon()
{
    // As pixmaps: a QIcon of an SVG file needs a plugin that a stripped-down system may lack.
    const QByteArray svg = readSvg(u":/signalbox/brand/appicon.svg"_s);
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(renderSvg(svg, size, 1));
    return icon;
}

} // namespace Signalbox
