#!/bin/sh
# Sets up what the tests need besides Python: the Nu HTML checker, a Java to run it, and Chromium.
# Installs Debian's packages where it may (as root), and otherwise says what is missing.
set -eu
cd "$(dirname "$0")/.."
VNU=26.9.27

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

if [ ! -f ".tools/vnu-$VNU.jar" ]; then
    mkdir -p .tools
    npm install --silent --no-save --no-package-lock --prefix .tools "vnu-jar@$VNU" >/dev/null
    cp .tools/node_modules/vnu-jar/build/dist/vnu.jar ".tools/vnu-$VNU.jar"
    rm -rf .tools/node_modules
fi
