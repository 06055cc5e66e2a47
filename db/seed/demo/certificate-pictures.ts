import sharp from 'sharp';
import type { Tx } from '#db/client';
import { certificateFile } from '#db/schema';
import { newId } from '~/domain/shared/id';
import { storeFile } from '~/platform/files.server';
import { insertRows } from '../insert-rows';

/** What stands on a synthetic certificate: enough to compare with its entry. */
export interface Picture {
  certificateId: string;
  number: string;
  level: string;
  issuedOn: string;
  uploadedAt: Date;
  uploadedBy: string | null;
  asPdf?: boolean;
}

// 演示, drawn as lines: no font is needed for the two signs that matter.
const DEMO = `<g fill="none" stroke="#c33" stroke-width="7" stroke-linecap="round" opacity="0.35">
  <g transform="translate(150 110) rotate(-16) scale(2.1)"><path d="M12 14l12 10M8 38l12 8M8 88l16-28M62 4l4 10M38 30V18h56l-4 12M46 36h38M44 46v28h42V46zM65 36v38M44 60h42M56 78L42 94M74 78l16 16"/></g>
  <g transform="translate(380 50) rotate(-16) scale(2.1)"><path d="M22 14h56M8 40h84M50 40v52l-10-6M30 56L14 80M70 56l18 22"/></g></g>`;

const svgOf = ({ number, level, issuedOn }: Picture): string => `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="440">
  <rect width="640" height="440" fill="#fdfaf2"/><rect x="14" y="14" width="612" height="412" fill="none" stroke="#a8823c" stroke-width="4"/>
  <rect x="24" y="24" width="592" height="392" fill="none" stroke="#a8823c"/>
  <g font-family="sans-serif" fill="#333"><text x="320" y="90" font-size="30" text-anchor="middle">CERTIFICATE (DEMO)</text>
  <text x="70" y="190" font-size="20">No. ${number.replace(/[^\x20-\x7e]/g, '?')}</text><text x="70" y="240" font-size="20">Level ${level}</text>
  <text x="70" y="290" font-size="20">Issued ${issuedOn}</text><rect x="470" y="190" width="100" height="130" fill="#e8e2d2"/></g>
  <circle cx="500" cy="350" r="46" fill="none" stroke="#c33" stroke-width="3" opacity="0.6"/>${DEMO}</svg>`;

const pdfOf = ({ number, level, issuedOn }: Picture): Buffer =>
  pdfPage(['CERTIFICATE - DEMO ONLY', `No. ${number}`, `Level ${level}  Issued ${issuedOn}`]);

/** A page of lines in PDF's own words; Latin letters and digits alone. */
export const pdfPage = (lines: readonly string[]): Buffer => {
  const page = `BT /F1 20 Tf 72 740 Td ${lines.map((line, at) => `${at === 0 ? '' : '0 -36 Td '}(${line}) Tj`).join(' ')} ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${page.length}>>\nstream\n${page}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((body, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
};

/** Draws and keeps one small file per certificate. */
export async function addPictures(tx: Tx, pictures: readonly Picture[]): Promise<void> {
  const rows = await Promise.all(
    pictures.map(async (picture): Promise<typeof certificateFile.$inferInsert> => {
      const bytes = picture.asPdf
        ? pdfOf(picture)
        : await sharp(Buffer.from(svgOf(picture)))
            .jpeg({ quality: 70 })
            .toBuffer();
      const { sha256, storageKey } = await storeFile(bytes);
      return {
        id: newId(),
        certificateId: picture.certificateId,
        purpose: 'copy',
        name: picture.asPdf ? '证书（演示）.pdf' : '证书（演示）.jpg',
        mediaType: picture.asPdf ? 'application/pdf' : 'image/jpeg',
        bytes: bytes.byteLength,
        sha256,
        storedAs: storageKey,
        uploadedAt: picture.uploadedAt,
        uploadedBy: picture.uploadedBy,
        consentedAt: picture.uploadedAt,
      };
    }),
  );
  await insertRows(tx, certificateFile, rows);
}
