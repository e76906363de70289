#!/usr/bin/env bash
# A test authority and the keys that the producers sign with, into the folder named; nothing of it is worth anything.
set -euo pipefail
cd "$1"
days=10950
openssl req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days $days -subj '/C=VN/O=Kiem thu/CN=Producers Root' 2>/dev/null
leaf() { # name, algorithm words
  openssl req -new -nodes "${@:2}" -keyout "$1.key" -out "$1.csr" -subj "/C=VN/O=Kiem thu/CN=Producer $1" 2>/dev/null
  openssl x509 -req -in "$1.csr" -CA root.pem -CAkey root.key -CAcreateserial -days $days -out "$1.pem" -extfile <(printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature,nonRepudiation\n') 2>/dev/null
  openssl pkcs12 -export -inkey "$1.key" -in "$1.pem" -certfile root.pem -name signer -passout pass:12345678 -out "$1.p12"
  openssl pkcs12 -export -legacy -inkey "$1.key" -in "$1.pem" -certfile root.pem -name signer -passout pass:12345678 -out "$1-legacy.p12" 2>/dev/null || cp "$1.p12" "$1-legacy.p12"
}
leaf rsa -newkey rsa:2048
leaf ec -newkey ec -pkeyopt ec_paramgen_curve:P-256
