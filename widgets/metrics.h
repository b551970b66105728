// SPDX-License-Identifier: GPL-3.0-only
#pragma once

/// Sizes of the console in device-independent pixels at scale 1. They repeat
/// resources/themes/tokens.json, which a test compares; pass them through Theme::px() before use,
/// except lines (hairline, focus, bars).
namespace Signalbox::Metrics {

inline constexpr int kSpaceXs = 4;
inline constexpr int kSpaceSm = 8;
inline constexpr int kSpaceMd = 12;
inline constexpr int kSpaceLg = 16;
inline constexpr int kPageMargin = 20;
inline constexpr int kSpaceXl = 24;
inline constexpr int kSpaceXxl = 40;

inline constexpr int kRadiusChip = 4;
inline constexpr int kRadiusControl = 6;
inline constexpr int kRadiusCard = 8;
inline constexpr int kRadiusDialog = 10;
inline constexpr int kRadiusPill = 10;

inline constexpr int kFocusLine = 2;
inline constexpr int kSelectionBar = 3;
inline constexpr double kSeriesLine = 2.0;
inline constexpr double kSparkLine = 1.5;

inline constexpr int kSidebar = 232;
inline constexpr int kSidebarCollapsed = 56;
inline constexpr int kBrandRow = 56;
inline constexpr int kConnectionRow = 44;
inline constexpr int kNavRow = 32;
inline constexpr int kPanelHeader = 64;
inline constexpr int kTabBar = 38;
inline constexpr int kTableHeader = 32;
inline constexpr int kRow = 32;
inline constexpr int kRowTwoLine = 48;
inline constexpr int kRowTight = 28;
inline constexpr int kControl = 30;
inline constexpr int kIconButton = 28;
inline constexpr int kIcon = 16;
inline constexpr int kIconSmall = 13;
inline constexpr int kPill = 20;
inline constexpr int kAttentionCard = 440; ///< At most.
inline constexpr int kInspector = 384;
inline constexpr int kInspectorWide = 456;
inline constexpr int kInspectorFooter = 47;
inline constexpr int kStatusBar = 28;
inline constexpr int kStatStrip = 92;
inline constexpr int kProgress = 6;
inline constexpr int kDialogSmall = 500;
inline constexpr int kDialogMedium = 640;
inline constexpr int kDialogLarge = 860;
inline constexpr int kWindowMinWidth = 1024;
inline constexpr int kWindowMinHeight = 640;
inline constexpr int kCollapseBelow = 1180;

inline constexpr int kSkeletonDelayMs = 200;
inline constexpr int kToastMs = 6000;
inline constexpr int kToastUndoMs = 10000;
inline constexpr int kTooltipDelayMs = 600;
inline constexpr int kSearchDebounceMs = 200;
inline constexpr int kLiveChartsMs = 1000;

} // namespace Signalbox::Metrics
