import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { db } from '#db/client';
import { guidancePhoto } from '#db/schema';
import { aMember, aSession } from '#db/seed/builders/accounts';
import { addPhoto } from '~/domain/health-care/add-photo.server';
import { readPhoto, readPhotos } from '~/domain/health-care/guidance-photos.server';
import { MAX_PHOTOS } from '~/domain/health-care/photo';
import { recordVisit } from '~/domain/health-care/record-visit.server';
import { newId } from '~/domain/shared/id';
import { action, loader } from '~/routes/guidance-photos.$photoId';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aPicture, fieldScene, otherCommission } from './field-scenes';

testDatabase();

const photosOf = (visitId: string) => db.select().from(guidancePhoto).where(eq(guidancePhoto.visitId, visitId));

/** A recorded visit with one finding, and a photo on the phone. */
async function photoScene(picture = '#789') {
  const scene = await fieldScene();
  const record = scene.record();
  await recordVisit(contextOf(scene.actor), record);
  const photo = await readPhoto({ name: 'IMG_0001.jpg', bytes: await aPicture(picture) });
  const to = { visitId: record.visitId, findingId: record.findings[0]?.id ?? '' };
  return { ...scene, record, photo, to, call: (ctx: Parameters<typeof addPhoto>[0]) => addPhoto(ctx, to, photo) };
}

sevenQuestions('adding a photo', photoScene, {
  event: 'visit.photo_added',
  tables: ['guidance_photo'],
  works: async ({ photoId }, { to, officer }) => {
    const [kept] = await photosOf(to.visitId);
    expect(kept).toMatchObject({ id: photoId, ...to, answerId: null, mediaType: 'image/jpeg', uploadedBy: officer.account.id });
  },
  wrongState: {
    scene: async () => {
      const scene = await fieldScene();
      const photo = await readPhoto({ name: 'a.jpg', bytes: await aPicture() });
      return { actor: scene.actor, call: (ctx) => addPhoto(ctx, { visitId: scene.plan.id, findingId: null }, photo) };
    },
    code: 'visit_not_recorded',
  },
  wrongRole: async () => (await aMember(db, 'institution_admin')).actor,
  repeated: 'unchanged',
});

describe('what is kept', () => {
  test('two sends at the same time, and the same picture under another id, are one', async () => {
    const { actor, to, photo } = await photoScene();
    await Promise.all([1, 2, 3].map(() => addPhoto(contextOf(actor), to, photo)));
    await addPhoto(contextOf(actor), to, { ...photo, id: newId() });
    expect(await photosOf(to.visitId)).toHaveLength(1);
  });

  test('a finding of another visit is not found, nor a photo under an id that another visit has', async () => {
    const [one, other] = [await photoScene(), await photoScene()];
    await addPhoto(contextOf(one.actor), one.to, one.photo);
    const foreign = { visitId: other.to.visitId, findingId: one.to.findingId };
    await expect(addPhoto(contextOf(other.actor), foreign, other.photo)).rejects.toMatchObject({ status: 404 });
    await expect(addPhoto(contextOf(other.actor), other.to, { ...other.photo, id: one.photo.id })).rejects.toMatchObject({ status: 404 });
  });

  test('there is an end to it', async () => {
    const { actor, to } = await photoScene();
    const add = async (n: number) =>
      addPhoto(contextOf(actor), to, await readPhoto({ name: 'a.jpg', bytes: await aPicture(`rgb(${n * 18}, 0, 0)`) }));
    for (let n = 0; n < MAX_PHOTOS; n += 1) await add(n);
    await expect(add(MAX_PHOTOS)).rejects.toMatchObject({ code: 'too_many_photos' });
    const files = Array.from({ length: MAX_PHOTOS + 1 }, () => new File(['x'], 'a.jpg'));
    await expect(readPhotos(files)).rejects.toMatchObject({ code: 'too_many_photos' });
  });

  test('a PDF is no photo, whatever its name', async () => {
    const bytes = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n');
    await expect(readPhoto({ name: 'a.jpg', bytes })).rejects.toMatchObject({ code: 'file_type' });
  });
});

describe('at the door', () => {
  const askFor = async (cookie: string, photoId: string) =>
    (await loader({
      request: new Request(`http://here.test/guidance-photos/${photoId}`, { headers: { Cookie: cookie } }),
      params: { photoId },
      context: {},
    })) as Response;
  const browserOf = async (...of: Parameters<typeof aMember> extends [unknown, ...infer Rest] ? Rest : never) =>
    (await aSession(db, await aMember(db, ...of))).cookie;

  test('it is shown to those of its visit alone, without place and device', async () => {
    const { actor, to, photo, officer, institution } = await photoScene();
    await addPhoto(contextOf(actor), to, photo);
    for (const cookie of [await browserOf('district_officer', officer.organisation), await browserOf('institution_admin', institution)]) {
      const answer = await askFor(cookie, photo.id);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
        'content-security-policy': expect.stringContaining('sandbox'),
      });
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    }
    for (const cookie of [await browserOf('district_officer', await otherCommission()), await browserOf('institution_admin')])
      await expect(askFor(cookie, photo.id)).rejects.toMatchObject({ init: { status: 404 } });
    await expect(askFor(await browserOf('evaluator'), photo.id)).rejects.toMatchObject({ init: { status: 403 } });
  });

  test('a phone is answered in words, and another account cannot send what it did not write', async () => {
    const { officer, to, photo, actor } = await photoScene();
    const { cookie } = await aSession(db, officer);
    const send = async (accountId: string, file: Blob) => {
      const body = new FormData();
      for (const [name, value] of Object.entries({ accountId, organisationId: officer.organisation.id, ...to })) body.set(name, value);
      body.set('file', file, 'a.jpg');
      const request = new Request(`http://here.test/guidance-photos/${photo.id}`, { method: 'POST', body, headers: { Cookie: cookie } });
      return (await action({ request, params: { photoId: photo.id }, context: {} })) as Response;
    };
    const picture = new Blob([new Uint8Array(await aPicture())]);
    const foreign = await send(newId(), picture);
    expect([foreign.status, await foreign.json()]).toMatchObject([409, { state: 'refused', separable: false }]);
    const broken = await send(actor.accountId, new Blob(['no picture']));
    expect([broken.status, await broken.json()]).toMatchObject([422, { state: 'refused', sentence: expect.stringContaining('jpg') }]);
    const kept = await send(actor.accountId, picture);
    expect([kept.status, await kept.json()]).toEqual([200, { state: 'kept' }]);
    expect((await send(actor.accountId, picture)).status).toBe(200);
    expect(await photosOf(to.visitId)).toHaveLength(1);
  });
});
