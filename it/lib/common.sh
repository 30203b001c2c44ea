# Sourced by the scripts of this directory: where things are, and how a script gives up.
# shellcheck shell=bash

# The directory of the integration tests, and the root of the checkout.
it_dir=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
root_dir=$(dirname -- "$it_dir")
export it_dir root_dir

say() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
}

# Prints one line that says what is wrong and what to do, and ends the script.
die() {
    say "$*"
    exit 1
}

has() {
    command -v "$1" >/dev/null 2>&1
}
