#!/bin/sh
# Gets what the tests need besides Python: Chromium, Pango (for PDF) and PostgreSQL's programs.
# As root on Debian or Ubuntu it installs them; elsewhere it says which command to run and stops.
set -eu

has_chromium() {
    for name in chromium chromium-browser google-chrome; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}

has_pango() {
    ls /usr/lib/*/libpangoft2-1.0.so.0 /usr/lib/libpangoft2-1.0.so.0 /usr/lib64/libpangoft2-1.0.so.0 \
        /opt/homebrew/lib/libpangoft2-1.0*.dylib /usr/local/lib/libpangoft2-1.0*.dylib 2>/dev/null | grep -q .
}

has_postgres() {
    command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

missing=""
has_chromium || missing="$missing chromium"
has_pango || missing="$missing libpangoft2-1.0-0"
has_postgres || missing="$missing postgresql"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing for the tests:$missing"
    # A server that starts by itself is not wanted, only its programs.
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086  # the names are several words on purpose
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
    exit 0
fi

echo "The tests need:$missing" >&2
if command -v apt-get >/dev/null 2>&1; then
    echo "Please run: sudo apt-get install -y --no-install-recommends$missing" >&2
elif command -v brew >/dev/null 2>&1; then
    echo "Please run: brew install --cask chromium; brew install pango postgresql" >&2
else
    echo "Please install them with the package manager of this system, then run make test again." >&2
fi
exit 1
