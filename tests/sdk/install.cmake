# SPDX-License-Identifier: GPL-3.0-only
# Installs the SDKs at the versions of the lock file, unless that has been done since it last changed:
#   cmake -D NPM=npm -P tests/sdk/install.cmake
set(lock ${CMAKE_CURRENT_LIST_DIR}/package-lock.json)
set(installed ${CMAKE_CURRENT_LIST_DIR}/node_modules/.package-lock.json)
if(EXISTS ${installed} AND NOT ${lock} IS_NEWER_THAN ${installed})
    message(STATUS "The SDKs are installed.")
    return()
endif()

execute_process(
    COMMAND ${NPM} ci --no-audit --no-fund --ignore-scripts
    WORKING_DIRECTORY ${CMAKE_CURRENT_LIST_DIR}
    RESULT_VARIABLE result)
if(NOT result EQUAL 0)
    message(FATAL_ERROR "npm could not install the SDKs.")
endif()
