# SPDX-License-Identifier: GPL-3.0-only
# What the benchmarks' command lines have in common. To be sourced, with a function usage() there.
# shellcheck shell=bash

# read_options "NAME..." ARGUMENT... - sets the variable of each option --NAME that is given, and $build to an argument that is none
read_options()
{
    local names=" $1 "
    shift
    while [ $# -gt 0 ]; do
        case $1 in
        -h | --help) usage; exit 0 ;;
        --*)
            [[ $names == *" ${1#--} "* && $# -ge 2 ]] || { usage >&2; exit 2; }
            printf -v "${1#--}" %s "$2"
            shift
            ;;
        -*) usage >&2; exit 2 ;;
        *)
            # For whoever sourced this.
            # shellcheck disable=SC2034
            build=$1
            ;;
        esac
        shift
    done
}
