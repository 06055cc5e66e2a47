import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { aMember, aSession } from '#db/seed/builders/accounts';
import { cleanCopy } from '~/domain/certificate/clean-copy.server';
import { isPlainPdf } from '~/domain/certificate/copy-file';
import { recordCheck } from '~/domain/certificate/record-check.server';
import { newId } from '~/domain/shared/id';
import { loader } from '~/routes/certificate-files.$fileId';
import { testDatabase } from '../../support/database';
import { contextOf } from '../../support/seven-questions';
import { aCopy, enter, filesOf, registryScene } from './scenes';

const { db } = testDatabase();

const pdf = (body = '', tail = '') => Buffer.from(`%PDF-1.7\n${body}\n%%EOF\n${tail}`);
const photo = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#888' } });

describe('what may be handed in', () => {
  test.each<[string, Buffer, string]>([
    ['an empty file', Buffer.alloc(0), 'file_empty'],
    ['more than 5 MB', Buffer.concat([pdf(), Buffer.alloc(5 * 1024 * 1024)]), 'file_too_large'],
    ['a page with the name of a photo', Buffer.from('<html><script>alert(1)</script></html>'), 'file_type'],
    ['a drawing with a script in it', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'file_type'],
    ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), 'file_type'],
    ['an animation', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 'file_type'],
    ['a photo cut off', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]), 'copy_image_damaged'],
    ['a PDF with an archive behind it', pdf('', 'PK\x03\x04'), 'copy_pdf_unsafe'],
    ['a PDF with a script', pdf('<</S/JavaScript/JS(app.alert(1))>>'), 'copy_pdf_unsafe'],
    ['a PDF that starts a program', pdf('<</S/Launch/F(calc.exe)>>'), 'copy_pdf_unsafe'],
    ['a PDF that was cut off', Buffer.from('%PDF-1.7\n1 0 obj'), 'copy_pdf_unsafe'],
  ])('%s is refused', async (_name, bytes, code) => {
    await expect(cleanCopy({ name: '证书.jpg', bytes })).rejects.toMatchObject({ code, field: 'file' });
  });

  test('a picture of billions of points is refused before it is drawn', async () => {
    const head = await photo(10, 10).png().toBuffer();
    head.writeUInt32BE(60_000, 16);
    head.writeUInt32BE(60_000, 20);
    await expect(cleanCopy({ name: 'x.png', bytes: head })).rejects.toMatchObject({ code: 'copy_image_damaged' });
  });

  test('a photo loses place, time and device, and stands upright', async () => {
    const bytes = await photo(80, 40)
      .withExif({ IFD0: { Make: 'Phone', Orientation: '6' }, IFD3: { GPSLatitude: '39/1 54/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(bytes).metadata()).orientation).toBe(6);
    const clean = await cleanCopy({ name: 'IMG_0001.JPG', bytes });
    const kept = await sharp(clean.bytes).metadata();
    expect(kept).toMatchObject({ format: 'jpeg', width: 40, height: 80 });
    expect([kept.exif, kept.orientation, kept.icc, kept.xmp, kept.iptc]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(Buffer.from(clean.bytes).includes('Phone')).toBe(false);
  });

  test('a large photo becomes one that can be read and sent', async () => {
    const clean = await cleanCopy({ name: 'a.webp', bytes: await photo(4_000, 3_000).webp().toBuffer() });
    expect(clean).toMatchObject({ name: 'a.jpg', mediaType: 'image/jpeg' });
    expect((await sharp(clean.bytes).metadata()).width).toBe(2_400);
  });

  test('a name keeps no folder and no sign that a file system or a header would mind', async () => {
    const clean = await cleanCopy({ name: '..\\..\\etc/证"书\u0007.exe', bytes: pdf('x') });
    expect(clean.name).toBe('证书.pdf');
  });

  test.each([
    [pdf('1 0 obj'), true],
    [pdf('', '\r\n  \0'), true],
    [Buffer.from('%PDF-9.9\n%%EOF'), false],
    [Buffer.from(' %PDF-1.4\n%%EOF'), false],
    [pdf('/EmbeddedFile'), false],
  ])('%s is a plain PDF: %s', (bytes, plain) => {
    expect(isPlainPdf(bytes)).toBe(plain);
  });
});

describe('reading a stored file', () => {
  const answer = async (cookie: string, fileId: string): Promise<Response> => {
    const request = new Request(`http://here.test/certificate-files/${fileId}`, { headers: { Cookie: cookie } });
    return (await loader({ request, params: { fileId }, context: {} })) as Response;
  };
  const browserOf = async (role: Parameters<typeof aMember>[1], organisation?: Parameters<typeof aMember>[2]) =>
    (await aSession(db, await aMember(db, role, organisation))).cookie;

  test('is safe to show, and for nobody else', async () => {
    const { holder, institution } = await registryScene();
    const [file] = await filesOf(await enter(holder));
    const own = (await aSession(db, { account: { id: holder.accountId } })).cookie;
    const response = await answer(own, file?.id ?? '');
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(/^inline; filename="[0-9a-f-]+\.jpg"$/),
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect((await sharp(Buffer.from(await response.arrayBuffer())).metadata()).format).toBe('jpeg');
    expect((await answer(await browserOf('institution_admin', institution), file?.id ?? '')).status).toBe(200);
    for (const role of ['institution_admin', 'provider_staff', 'auditor', 'system_admin'] as const)
      await expect(answer(await browserOf(role), file?.id ?? '')).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('a photo of a draft is for the side that wrote it alone', async () => {
    const { holder, institution, officer } = await registryScene();
    const [file] = await filesOf(await enter(holder, {}, false));
    const officers = (await aSession(db, { account: { id: officer.accountId }, membership: null })).cookie;
    for (const cookie of [await browserOf('institution_admin', institution), officers])
      await expect(answer(cookie, file?.id ?? '')).rejects.toMatchObject({ init: { status: 404 } });
  });

  test('a screenshot of a check is for officers alone', async () => {
    const { holder, officer } = await registryScene();
    const id = await enter(holder);
    const check = { certificateId: id, checkId: newId(), seenStatus: 'submitted', channel: 'osta', result: 'genuine' } as const;
    await recordCheck(contextOf(officer), { ...check, checkedOn: '2026-03-10', note: '', decision: 'decide' }, await aCopy('#123456'));
    const receipt = (await filesOf(id)).find(({ purpose }) => purpose === 'receipt');
    const own = (await aSession(db, { account: { id: holder.accountId } })).cookie;
    await expect(answer(own, receipt?.id ?? '')).rejects.toMatchObject({ init: { status: 404 } });
    await expect(answer(own, 'no-id')).rejects.toMatchObject({ init: { status: 404 } });
  });
});
