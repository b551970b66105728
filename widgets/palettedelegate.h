// SPDX-License-Identifier: GPL-3.0-only
#pragma once

#include "widgets/theme.h"

#include <QStyledItemDelegate>

namespace Signalbox {

/// Paints headings and items of the command palette: icon, text with the match in bold, context,
/// key caps.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaletteDelegate)

public:
    static constexpr int kItemHeight = 36;
    static constexpr int kHeadingHeight = 28;

    enum Role {
        GroupRole = Qt::UserRole + 1, ///< Index of the group; a heading has no item.
        ItemRole,
        IconRole,
        ContextRole,
        KeysRole,
        MatchRole ///< Where the typed text begins in the item's text, or -1.
    };

    explicit PaletteDelegate(QObject *parent = nullptr);
    ~PaletteDelegate() override;

    /// Length of the text that is looked for.
    void setTyped(qsizetype length) { m_typed = length; }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintText(QPainter &painter, const QRectF &area, const QModelIndex &index,
                   const Theme &theme) const;

    qsizetype m_typed = 0;
};

} // namespace Signalbox
