#!/usr/bin/env bash
# The judges from outside that the tests call: pdfsig and pdftotext (poppler), qpdf, Chromium, LibreOffice Writer,
# SoftHSM with the tools of OpenSC.
# Installs what is missing where it may (Debian or Ubuntu, as root or by sudo without a password); else says what is missing, in one line.
set -euo pipefail
missing=()
command -v pdfsig >/dev/null && command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null || missing+=(poppler-utils)
command -v qpdf >/dev/null || missing+=(qpdf)
command -v openssl >/dev/null || missing+=(openssl)
command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || missing+=(chromium)
command -v soffice >/dev/null || missing+=(libreoffice-writer)
[ -e "$(dirname "$(readlink -f "$(command -v soffice || echo /none)")")/libsclo.so" ] || missing+=(libreoffice-calc)
command -v softhsm2-util >/dev/null || missing+=(softhsm2)
command -v pkcs11-tool >/dev/null || missing+=(opensc)
[ ${#missing[@]} -eq 0 ] && exit 0
run=()
[ "$(id -u)" = 0 ] || run=(sudo -n)
if command -v apt-get >/dev/null && "${run[@]}" true 2>/dev/null; then
  "${run[@]}" apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive "${run[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null && exit 0
fi
echo "The tests need these programs, which could not be installed here: ${missing[*]}" >&2
exit 1
