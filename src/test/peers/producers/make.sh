#!/usr/bin/env bash
# Signed files by producers that are not ours, into the folder named; needs Debian's packages and npm's and Maven's registries.
#   apt-get install libpodofo-utils php-cli php-tcpdf libnss3-tools poppler-utils libreoffice-writer openssl qpdf nodejs npm
# What is not installed is left out, and said.
set -uo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
out="$(mkdir -p "$1" && cd "$1" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
mkdir "$work/keys" "$work/nss"
bash "$here/keys.sh" "$work/keys"
cp "$work/keys/root.pem" "$out/"
cat > "$work/raw.pdf" <<'PDF'
%PDF-1.7
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages/Kids[3 0 R]/Count 1>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>
endobj
4 0 obj
<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>
endobj
5 0 obj
<</Length 44>>
stream
BT /F1 24 Tf 72 720 Td (Signed page) Tj ET  
endstream
endobj
trailer
<</Root 1 0 R/Size 6>>
startxref
0
%%EOF
PDF
qpdf --object-streams=disable --stream-data=preserve "$work/raw.pdf" "$work/page.pdf" 2>/dev/null
page="$work/page.pdf"
(cd "$work" && npm init -y >/dev/null && npm i --no-audit --no-fund --silent @signpdf/signpdf@3.3.0 @signpdf/signer-p12@3.3.0 @signpdf/placeholder-plain@3.3.0 @signpdf/placeholder-pdf-lib@3.3.0 @signpdf/utils@3.3.0 pdf-lib zgapdfsigner@2.8.0 node-signpdf@3.0.0 @documenso/pdf-sign@0.1.0 @f-o-t/e-signature@1.9.0 \
  && node "$here/sign.mjs" "$work/keys" "$page" "$out")
for permission in 1 2 3; do
  php -d include_path=.:/usr/share/php "$here/sign.php" "$work/keys" "$out/tcpdf-$permission.pdf" $permission
done
podofosign -in "$page" -out "$out/podofo.pdf" -cert "$work/keys/rsa.pem" -pkey "$work/keys/rsa.key"
certutil -N -d "sql:$work/nss" --empty-password && pk12util -i "$work/keys/rsa.p12" -d "sql:$work/nss" -W 12345678 >/dev/null
certutil -A -d "sql:$work/nss" -n root -t CT,C,C -i "$work/keys/root.pem"
pdfsig -nssdir "sql:$work/nss" -nick signer -add-signature "$page" "$out/poppler.pdf"
printf 'Signed by LibreOffice\n' > "$work/libreoffice.txt"
MOZILLA_CERTIFICATE_FOLDER="sql:$work/nss" timeout 120 soffice "-env:UserInstallation=file://$work/profile" --headless \
  --convert-to 'pdf:writer_pdf_Export:{"SignPDF":{"type":"boolean","value":"true"},"SignCertificateSubjectName":{"type":"string","value":"CN=Producer rsa,O=Kiem thu,C=VN"}}' \
  --outdir "$out" "$work/libreoffice.txt" >/dev/null
(cd "$here" && mvn -q -B dependency:build-classpath "-Dmdep.outputFile=$work/classpath" && java -cp "$(cat "$work/classpath")" Sign.java "$work/keys" "$page" "$out")
ls "$out"
