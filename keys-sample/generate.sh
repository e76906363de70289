#!/usr/bin/env bash
# Makes the demonstration's keys and certificates anew, in this folder. They have NO LEGAL VALUE (README.md).
#
# People and bodies are read from src/main/resources/demo/register.json; needs openssl 3 and python3.
set -euo pipefail
umask 022
cd "$(dirname "$0")"

register=../src/main/resources/demo/register.json
pin=12345678
sample='KHÓA MẪU – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ'
from=20200101000000Z
until=20461231235959Z

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf anchors people agencies special ./*.p12 ./*.pem
mkdir -p anchors people agencies special

cat > "$work/openssl.cnf" <<CONF
[req]
distinguished_name = name
string_mask = utf8only
utf8 = yes
prompt = no
[name]
CN = unused
[any]
countryName = optional
organizationName = optional
organizationalUnitName = optional
title = optional
commonName = supplied
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[issuing]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[signer]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature, nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[tsa]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
CONF
for ca in root issuing; do
    mkdir -p "$work/$ca.new"
    : > "$work/$ca.index"
    echo 'unique_subject = no' > "$work/$ca.index.attr"
    openssl rand -hex 8 | sed 's/^./4/' > "$work/$ca.crlnumber"
    cat >> "$work/openssl.cnf" <<CONF
[ca_$ca]
database = $work/$ca.index
new_certs_dir = $work/$ca.new
rand_serial = yes
crlnumber = $work/$ca.crlnumber
default_md = sha256
policy = any
unique_subject = no
certificate = anchors/$ca.pem
private_key = $work/$ca.key
crl_extensions = crl
CONF
done
cat >> "$work/openssl.cnf" <<CONF
[crl]
authorityKeyIdentifier = keyid
CONF

rsa() { openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$1"; }
ec() { openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1"; }

# A slash or plus inside a name would end it.
escape() { printf '%s' "$1" | sed 's#[\\/+]#\\&#g'; }

# certify CA EXTENSIONS KEY SUBJECT OUT [FROM UNTIL]
certify() {
    openssl req -new -config "$work/openssl.cnf" -utf8 -key "$3" -subj "$4" -out "$work/request.csr"
    openssl ca -batch -notext -config "$work/openssl.cnf" -utf8 -preserveDN -name "ca_$1" -extensions "$2" \
        -startdate "${6:-$from}" -enddate "${7:-$until}" -in "$work/request.csr" -out "$5" 2> "$work/ca.log" \
        || { cat "$work/ca.log" >&2; exit 1; }
}

# keep KEY CERTIFICATE OUT: key and path (without the root) under the PIN. The certificates inside are public and stay readable.
keep() {
    openssl pkcs12 -export -inkey "$1" -in "$2" -certfile anchors/issuing.pem -certpbe NONE \
        -name "$(basename "$3" .p12)" -passout "pass:$pin" -out "$3"
    chmod 644 "$3"
}

# The root signs itself.
rsa "$work/root.key"
openssl req -new -config "$work/openssl.cnf" -utf8 -key "$work/root.key" \
    -subj "/C=VN/O=Ấn Tín/CN=Ấn Tín KHÓA MẪU Root – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ" -out "$work/request.csr"
openssl ca -batch -notext -selfsign -config "$work/openssl.cnf" -utf8 -preserveDN -name ca_root -extensions root \
    -keyfile "$work/root.key" -startdate "$from" -enddate "$until" \
    -in "$work/request.csr" -out anchors/root.pem 2> "$work/ca.log" || { cat "$work/ca.log" >&2; exit 1; }

rsa "$work/issuing.key"
certify root issuing "$work/issuing.key" "/C=VN/O=Ấn Tín/CN=Ấn Tín KHÓA MẪU CA – KHÔNG CÓ GIÁ TRỊ PHÁP LÝ" anchors/issuing.pem

ec "$work/tsa.key"
certify issuing tsa "$work/tsa.key" "/C=VN/O=Ấn Tín/OU=$sample/CN=Ấn Tín KHÓA MẪU TSA" special/tsa.pem
keep "$work/tsa.key" special/tsa.pem tsa.p12

python3 - "$register" > "$work/list" <<'LIST'
import json, sys
register = json.load(open(sys.argv[1], encoding="utf-8"))
bodies = {it["id"]: it for it in register["agencies"]}
for it in register["agencies"]:
    print("agencies", it["id"], it["name"], it["superior"], "", sep="|")
for it in register["people"]:
    if it["role"] == "SIGNATORY":
        print("people", it["id"], it["name"], bodies[it["agency"]]["name"], it["title"], sep="|")
LIST
# People hold P-256 keys and bodies RSA-2048 ones, so that every sealed document shows both.
while IFS='|' read -r kind id name organisation title; do
    subject="/C=VN/O=$(escape "$organisation")/OU=$(escape "$sample")"
    if [ "$kind" = people ]; then
        ec "$work/$id.key"
        subject="$subject/title=$(escape "$title")"
    else
        rsa "$work/$id.key"
    fi
    certify issuing signer "$work/$id.key" "$subject/CN=$(escape "$name")" "$kind/$id.pem"
    keep "$work/$id.key" "$kind/$id.pem" "$id.p12"
done < "$work/list"

# For the tests of refusal.
ec "$work/het-han.key"
certify issuing signer "$work/het-han.key" "/C=VN/O=Ấn Tín/OU=$sample/CN=Người có chứng thư đã hết hạn" special/het-han.pem 20200101000000Z 20211231235959Z
keep "$work/het-han.key" special/het-han.pem het-han.p12
ec "$work/chua-hieu-luc.key"
certify issuing signer "$work/chua-hieu-luc.key" "/C=VN/O=Ấn Tín/OU=$sample/CN=Người có chứng thư chưa có hiệu lực" special/chua-hieu-luc.pem 20450101000000Z "$until"
keep "$work/chua-hieu-luc.key" special/chua-hieu-luc.pem chua-hieu-luc.p12

for ca in root issuing; do
    openssl ca -config "$work/openssl.cnf" -name "ca_$ca" -gencrl -crl_lastupdate 20200102000000Z -crl_nextupdate "$until" \
        -out "anchors/$ca.crl" 2> "$work/ca.log" || { cat "$work/ca.log" >&2; exit 1; }
done
echo "Done: $(ls ./*.p12 | wc -l) keys. PIN $pin. Samples only: no legal value."
