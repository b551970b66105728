# SPDX-License-Identifier: GPL-3.0-only
# QCustomPlot for Qt 6 as QCustomPlotQt6::QCustomPlotQt6. Debian ships a configuration of that name; elsewhere the library
# and its header are looked for under the names that other systems give them.
find_package(QCustomPlotQt6 CONFIG QUIET)
include(FindPackageHandleStandardArgs)
if(TARGET QCustomPlotQt6::QCustomPlotQt6)
    find_package_handle_standard_args(QCustomPlotQt6 CONFIG_MODE)
    return()
endif()

find_library(QCustomPlotQt6_LIBRARY NAMES QCustomPlotQt6 qcustomplot-qt6 qcustomplot)
find_path(QCustomPlotQt6_INCLUDE_DIR qcustomplot.h PATH_SUFFIXES qcustomplot-qt6 qcustomplot)
mark_as_advanced(QCustomPlotQt6_LIBRARY QCustomPlotQt6_INCLUDE_DIR)
find_package_handle_standard_args(QCustomPlotQt6 REQUIRED_VARS QCustomPlotQt6_LIBRARY QCustomPlotQt6_INCLUDE_DIR)

if(QCustomPlotQt6_FOUND)
    find_package(Qt6 REQUIRED COMPONENTS PrintSupport)
    add_library(QCustomPlotQt6::QCustomPlotQt6 UNKNOWN IMPORTED)
    set_target_properties(QCustomPlotQt6::QCustomPlotQt6 PROPERTIES
        IMPORTED_LOCATION "${QCustomPlotQt6_LIBRARY}"
        INTERFACE_INCLUDE_DIRECTORIES "${QCustomPlotQt6_INCLUDE_DIR}"
        INTERFACE_LINK_LIBRARIES Qt6::PrintSupport)
endif()
