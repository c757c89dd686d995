#!/bin/sh
# Sets up what the tests need besides Python: the Nu HTML checker and a Java to run it, a second reader of calendars
# (ical.js) and Node to run it, and Chromium. Installs Debian's packages where it may (as root), and otherwise says
# what is missing.
set -eu
cd "$(dirname "$0")/.."
VNU=26.9.27
ICALJS=2.2.1

need() { # command, Debian package
    command -v "$1" >/dev/null 2>&1 && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        [ -n "${updated:-}" ] || { apt-get update -qq >/dev/null; updated=yes; }
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$2" >/dev/null
    else
        echo "The tests need $1: install the package $2 (as root), then run make test again." >&2
        exit 1
    fi
}

need java default-jre-headless
need npm npm
need chromium chromium

stamp=".tools/vnu-$VNU-icaljs-$ICALJS"
if [ ! -f "$stamp" ]; then
    rm -rf .tools
    mkdir -p .tools
    npm install --silent --no-save --no-package-lock --no-audit --no-fund --prefix .tools "vnu-jar@$VNU" "ical.js@$ICALJS" >/dev/null
    cp .tools/node_modules/vnu-jar/build/dist/vnu.jar .tools/vnu.jar
    rm -rf .tools/node_modules/vnu-jar
    touch "$stamp"
fi
