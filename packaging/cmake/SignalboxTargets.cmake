# SPDX-License-Identifier: GPL-3.0-only
# The few functions every folder's CMakeLists.txt is written with.

add_library(signalbox_options INTERFACE)
target_compile_features(signalbox_options INTERFACE cxx_std_20)
target_compile_options(signalbox_options INTERFACE
    $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast>
    # GCC 14 follows the move of a std::variant into the alternative that it does not hold.
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,13>>:-Wno-maybe-uninitialized>
    $<$<BOOL:${SIGNALBOX_WERROR}>:-Werror>)
target_compile_definitions(signalbox_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_CONTEXTLESS_CONNECT
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
if(SIGNALBOX_SANITIZE)
    list(JOIN SIGNALBOX_SANITIZE "," signalbox_sanitizers)
    target_compile_options(signalbox_options INTERFACE
        -fsanitize=${signalbox_sanitizers} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(signalbox_options INTERFACE -fsanitize=${signalbox_sanitizers})
endif()

# signalbox_add_library(<name> ROOT <dir> SOURCES ... LINK ... [PRIVATE_LINK ...])
# A static library signalbox_<name> made of one folder. ROOT is what its headers are included from. What it may
# include is what it links: tests/architecture checks that against the #include lines.
function(signalbox_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "ROOT" "SOURCES;LINK;PRIVATE_LINK")
    set(target signalbox_${name})
    add_library(${target} STATIC ${arg_SOURCES})
    target_include_directories(${target} PUBLIC ${arg_ROOT})
    target_link_libraries(${target} PUBLIC ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK} signalbox_options)
endfunction()

# signalbox_add_broker_library(<name> SOURCES ... LINK ... [PRIVATE_LINK ...])
function(signalbox_add_broker_library name)
    signalbox_add_library(${name} ROOT ${PROJECT_SOURCE_DIR}/broker ${ARGN})
endfunction()

# signalbox_add_test(<name> [SOURCES ...] LINK ... [LABELS ...])
# A Qt Test program of <name>.cpp, run by ctest offscreen with the labels given (unit when none are).
function(signalbox_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "SOURCES;LINK;LABELS")
    if(NOT arg_LABELS)
        set(arg_LABELS unit)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_executable(${name} ${name}.cpp ${arg_SOURCES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests) # for support/
    target_link_libraries(${name} PRIVATE ${arg_LINK} Qt6::Test signalbox_options)
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC")
endfunction()
