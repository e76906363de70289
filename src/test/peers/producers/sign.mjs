// Producers on Node: node sign.mjs KEYS PAGE.pdf OUT. Each stands alone; one that fails says so and the rest go on.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
const require = createRequire(path.join(process.cwd(), 'x.js'));
const [keys, page, out] = process.argv.slice(2);
const p12 = fs.readFileSync(`${keys}/rsa-legacy.p12`);
const pdf = fs.readFileSync(page);
const made = async (name, work) => {
  try { fs.writeFileSync(`${out}/${name}.pdf`, Buffer.from(await work())); } catch (e) { console.error(name, String(e).slice(0, 300)); }
};
const words = { reason: 'test', contactInfo: 'x', name: 'y', location: 'z' };
await made('signpdf-plain', async () => {
  const { SignPdf } = require('@signpdf/signpdf'); const { P12Signer } = require('@signpdf/signer-p12');
  const { plainAddPlaceholder } = require('@signpdf/placeholder-plain');
  return new SignPdf().sign(plainAddPlaceholder({ pdfBuffer: pdf, signatureLength: 8192, ...words }), new P12Signer(p12, { passphrase: '12345678' }));
});
for (const [name, sub] of [['signpdf-pdf-lib', undefined], ['signpdf-pdf-lib-etsi', 'ETSI.CAdES.detached']]) await made(name, async () => {
  const { SignPdf } = require('@signpdf/signpdf'); const { P12Signer } = require('@signpdf/signer-p12');
  const { pdflibAddPlaceholder } = require('@signpdf/placeholder-pdf-lib'); const { PDFDocument } = require('pdf-lib');
  const doc = await PDFDocument.load(pdf);
  pdflibAddPlaceholder({ pdfDoc: doc, signatureLength: 8192, subFilter: sub, ...words });
  return new SignPdf().sign(Buffer.from(await doc.save({ useObjectStreams: name.endsWith('etsi') })), new P12Signer(p12, { passphrase: '12345678' }));
});
await made('node-signpdf', async () => {
  const { SignPdf, plainAddPlaceholder } = require('node-signpdf');
  return new (SignPdf || require('node-signpdf').default.constructor)().sign(plainAddPlaceholder({ pdfBuffer: pdf, ...words }), p12, { passphrase: '12345678' });
});
for (const permission of [0, 1, 2]) await made(`zgapdfsigner-${permission}`, async () => {
  const { PdfSigner } = require('zgapdfsigner');
  const option = { p12cert: p12, pwd: '12345678', permission: permission || undefined, reason: 'test' };
  return (await new PdfSigner(option).sign(pdf));
});
await made('f-o-t', async () => {
  const { signPdf } = await import(require.resolve('@f-o-t/e-signature'));
  return signPdf(pdf, { certificate: { p12, password: '12345678' }, reason: 'test', policy: 'pades-ades' });
});
await made('documenso', async () => {
  const { signWithP12 } = require('@documenso/pdf-sign'); const { Signer } = require('@signpdf/utils'); const { SignPdf } = require('@signpdf/signpdf');
  const { plainAddPlaceholder } = require('@signpdf/placeholder-plain');
  class ByThem extends Signer { async sign(content) { return Buffer.from(signWithP12({ cert: p12, content, password: '12345678' })); } }
  return new SignPdf().sign(plainAddPlaceholder({ pdfBuffer: pdf, signatureLength: 8192, ...words }), new ByThem());
});
