#!/bin/sh
# Sets up what the tests need besides Python: the Nu HTML checker and a Java to run it, more readers of calendars
# (libical; ical.js and Node to run it; khal with vdirsyncer), nginx, Caddy, Chromium, the rules of accessibility that are
# tried in it (axe-core), a second checker of HTML (html-validate), and dictionaries (Enchant, Hunspell's). Installs
# Debian's packages where it may (as root), and otherwise says what is missing.
set -eu
cd "$(dirname "$0")/.."
VNU=26.9.27
ICALJS=2.2.1
AXE=4.14.1
HTML_VALIDATE=10.9.0
KHAL=0.14.1
VDIRSYNCER=0.21.0

need() { # command, Debian package
    command -v "$1" >/dev/null 2>&1 || package "$2"
}

package() { # Debian package
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        [ -n "${updated:-}" ] || { apt-get update -qq >/dev/null; updated=yes; }
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1" >/dev/null
    else
        echo "The tests need the package $1: install it (as root), then run make test again." >&2
        exit 1
    fi
}

need java default-jre-headless
need npm npm
need chromium chromium
ls /usr/lib/*/libical.so.3 >/dev/null 2>&1 || package libical3
[ -x /usr/sbin/nginx ] || package nginx-light
need caddy caddy
ls /usr/lib/*/libenchant-2.so.2 >/dev/null 2>&1 || package libenchant-2-2
[ -f /usr/share/hunspell/nb_NO.dic ] && [ -f /usr/share/hunspell/nn_NO.dic ] || package hunspell-no
[ -f /usr/share/hunspell/sv_SE.dic ] || package hunspell-sv
[ -f /usr/share/hunspell/da_DK.dic ] || package hunspell-da

stamp=".tools/vnu-$VNU-icaljs-$ICALJS-axe-$AXE-html-validate-$HTML_VALIDATE-khal-$KHAL-vdirsyncer-$VDIRSYNCER"
if [ ! -f "$stamp" ]; then
    rm -rf .tools
    mkdir -p .tools
    npm install --silent --no-save --no-package-lock --no-audit --no-fund --prefix .tools \
        "vnu-jar@$VNU" "ical.js@$ICALJS" "axe-core@$AXE" "html-validate@$HTML_VALIDATE" >/dev/null
    cp .tools/node_modules/vnu-jar/build/dist/vnu.jar .tools/vnu.jar
    rm -rf .tools/node_modules/vnu-jar
    .venv/bin/python -m venv .tools/khal
    .tools/khal/bin/python -m pip install --quiet --disable-pip-version-check "khal==$KHAL" "vdirsyncer==$VDIRSYNCER"
    touch "$stamp"
fi
