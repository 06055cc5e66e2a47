import { describe, expect, test } from 'vitest';
import { xCertificateKind } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCertificate } from '#db/seed/builders/certificates';
import type { TypedEntry } from '~/domain/certificate/complete-entry.server';
import { discardDraft } from '~/domain/certificate/discard-draft.server';
import { recallCertificate } from '~/domain/certificate/recall-certificate.server';
import { removeCopy } from '~/domain/certificate/remove-copy.server';
import { saveDraft } from '~/domain/certificate/save-draft.server';
import { submitCertificate } from '~/domain/certificate/submit-certificate.server';
import { newId } from '~/domain/shared/id';
import type { Context } from '~/domain/shared/operation.server';
import { openFile } from '~/platform/files.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aCopy, anEntry, draftInput, enter, filesOf, heldRow, registryScene } from './scenes';

const { db } = testDatabase();
const TABLES = ['certificate', 'certificate_file'];
const anOfficer = async () => (await aMember(db, 'district_officer')).actor;

const isKept = async (file: { storedAs: string } | undefined) => {
  const stored = await openFile(file?.storedAs ?? '');
  await stored?.body.cancel();
  return stored !== null;
};

/** For an operation of the holder on an entry of hers. */
const ofHolder =
  <T>(handIn: boolean, call: (ctx: Context, id: string) => Promise<T>) =>
  async () => {
    const { holder, otherHolder } = await registryScene();
    const id = await enter(holder, {}, handIn);
    return { actor: holder, stranger: otherHolder, id, call: (ctx: Context) => call(ctx, id) };
  };

describe('a draft', () => {
  test('is made once however often its page is sent, photo included', async () => {
    const { holder, person } = await registryScene();
    const input = draftInput();
    for (const colour of ['#111111', '#111111']) await saveDraft(contextOf(holder), input, await aCopy(colour));
    expect(await heldRow(input.certificateId)).toMatchObject({ personId: person.id, status: 'draft', name: '育婴员', source: 'person' });
    expect(await filesOf(input.certificateId)).toHaveLength(1);
  });

  sevenQuestions(
    'changing a draft',
    ofHolder(false, (ctx, id) =>
      saveDraft(ctx, draftInput({ certificateId: id, entry: anEntry({ number: 's0000 11000777245999999' }) }), null),
    ),
    {
      event: 'certificate.edited',
      tables: TABLES,
      works: async (_result, { id }) => expect((await heldRow(id)).number).toBe('S000011000777245999999'),
      wrongState: {
        scene: ofHolder(true, (ctx, id) => saveDraft(ctx, draftInput({ certificateId: id }), null)),
        code: 'wrong_state',
      },
      wrongRole: anOfficer,
      repeated: 'unchanged',
    },
  );

  test('keeps no photo without consent', async () => {
    const { holder } = await registryScene();
    const input = draftInput({ consent: false });
    await expect(saveDraft(contextOf(holder), input, await aCopy())).rejects.toMatchObject({ code: 'copy_consent_required' });
    await expect(heldRow(input.certificateId)).rejects.toThrow('no such certificate');
  });

  test('is entered by an institution for its own present staff alone', async () => {
    const { manager, otherManager, post, person, institution } = await registryScene();
    const id = await enter(manager, { engagementId: post.id });
    expect(await heldRow(id)).toMatchObject({ personId: person.id, source: 'institution', submittedByOrganisationId: institution.id });
    await expect(enter(otherManager, { engagementId: post.id })).rejects.toMatchObject({ status: 404 });
  });

  test('of 1+X takes name and issuer from the catalogue', async () => {
    const { holder } = await registryScene();
    const kind = { id: newId(), name: '幼儿照护', issuer: '演示评价组织', levels: ['junior' as const], childcareRelated: true };
    await db.insert(xCertificateKind).values({ ...kind, createdAt: new Date() });
    const entry = anEntry({
      family: 'x_certificate',
      level: 'junior',
      xKindId: kind.id,
      name: '随便',
      issuer: '随便',
      number: 'YZ2024000001',
    });
    const id = await enter(holder, { entry });
    expect(await heldRow(id)).toMatchObject({ name: '幼儿照护', issuer: '演示评价组织', occupation: null, xKindId: kind.id });
  });
});

describe('handing in', () => {
  sevenQuestions(
    'submitCertificate',
    ofHolder(false, (ctx, id) => submitCertificate(ctx, id)),
    {
      event: 'certificate.submitted',
      tables: TABLES,
      works: async (_result, { id }) =>
        expect(await heldRow(id)).toMatchObject({ status: 'submitted', districtCode: '110105', warnings: [] }),
      wrongState: {
        scene: async () => {
          const { holder, person } = await registryScene();
          const { id } = await aCertificate(db, { personId: person.id, status: 'rejected' });
          return { actor: holder, call: (ctx: Context) => submitCertificate(ctx, id) };
        },
        code: 'wrong_state',
      },
      wrongRole: anOfficer,
      repeated: 'unchanged',
    },
  );

  test.each<[string, Partial<TypedEntry>, string, string]>([
    ['another level than its number', { level: '3' }, 'certificate_number_level', 'number'],
    ['another year', { issuedOn: '2023-05-20' }, 'certificate_number_year', 'number'],
    ['a level that the occupation lacks', { level: '2' }, 'certificate_level_not_of_occupation', 'level'],
    ['21 signs', { number: 'S00001100077724500000' }, 'certificate_number_format', 'number'],
    ['a day to come', { issuedOn: '2026-03-11', number: 'S000011000777265000001' }, 'certificate_issued_in_future', 'issuedOn'],
  ])('%s is refused at its field', async (_name, change, code, field) => {
    const { holder } = await registryScene();
    const id = await enter(holder, { entry: anEntry(change) }, false);
    await expect(submitCertificate(contextOf(holder), id)).rejects.toMatchObject({ code, field });
    expect((await heldRow(id)).status).toBe('draft');
  });

  test('needs a photo', async () => {
    const { holder } = await registryScene();
    const { certificateId } = await saveDraft(contextOf(holder), draftInput(), null);
    await expect(submitCertificate(contextOf(holder), certificateId)).rejects.toMatchObject({ code: 'certificate_copy_missing' });
  });

  test('of a number that she has handed in before is refused; after a rejection it is a correction', async () => {
    const { holder, person } = await registryScene();
    const entry = anEntry();
    const rejected = await aCertificate(db, { personId: person.id, number: entry.number, status: 'rejected' });
    const id = await enter(holder, { entry, replacesId: rejected.id });
    expect(await heldRow(id)).toMatchObject({ replacesId: rejected.id, warnings: ['rejected_before'] });
    expect((await heldRow(rejected.id)).status).toBe('rejected');
    await expect(enter(holder, { entry })).rejects.toMatchObject({ code: 'certificate_stands_already' });
  });

  test('a correction names an entry of her own that was decided', async () => {
    const { holder, otherHolder } = await registryScene();
    const waiting = await enter(holder);
    await expect(enter(holder, { replacesId: waiting })).rejects.toMatchObject({ code: 'certificate_not_decided' });
    await expect(enter(otherHolder, { replacesId: waiting })).rejects.toMatchObject({ status: 404 });
  });

  test('somebody without a post is verified by the city', async () => {
    const { otherHolder } = await registryScene();
    expect((await heldRow(await enter(otherHolder))).districtCode).toBeNull();
  });
});

describe('taking back', () => {
  sevenQuestions(
    'recallCertificate',
    ofHolder(true, (ctx, id) => recallCertificate(ctx, id)),
    {
      event: 'certificate.recalled',
      tables: TABLES,
      works: async (_result, { id }) => expect((await heldRow(id)).status).toBe('draft'),
      wrongRole: anOfficer,
      repeated: 'unchanged',
    },
  );

  sevenQuestions(
    'discardDraft',
    ofHolder(false, (ctx, id) => discardDraft(ctx, id)),
    {
      event: 'certificate.discarded',
      tables: TABLES,
      works: async (_result, { id }) => expect(heldRow(id)).rejects.toThrow('no such certificate'),
      wrongState: { scene: ofHolder(true, discardDraft), code: 'wrong_state' },
      wrongRole: anOfficer,
      repeated: 'not_found',
    },
  );

  sevenQuestions(
    'removeCopy',
    async () => {
      const { holder, otherHolder } = await registryScene();
      const id = await enter(holder, {}, false);
      const [file] = await filesOf(id);
      return { actor: holder, stranger: otherHolder, id, call: (ctx: Context) => removeCopy(ctx, id, file?.id ?? '') };
    },
    {
      event: 'certificate.file_removed',
      tables: TABLES,
      works: async (_result, { id }) => expect(await filesOf(id)).toEqual([]),
      wrongRole: anOfficer,
      repeated: 'unchanged',
    },
  );

  test('a photo that nobody else has leaves the store with its draft', async () => {
    const { holder } = await registryScene();
    const input = draftInput();
    await saveDraft(contextOf(holder), input, await aCopy('#abcdef'));
    const [file] = await filesOf(input.certificateId);
    expect(await isKept(file)).toBe(true);
    await discardDraft(contextOf(holder), input.certificateId);
    expect(await isKept(file)).toBe(false);
  });

  test('a photo that another entry has too stays in the store', async () => {
    const { holder } = await registryScene();
    const [first, second] = [await enter(holder, {}, false), await enter(holder, {}, false)];
    await discardDraft(contextOf(holder), first);
    const [file] = await filesOf(second);
    expect(await isKept(file)).toBe(true);
  });

  test('the holder sees what her institution handed in, and does not take it back', async () => {
    const { manager, post, holder } = await registryScene();
    const id = await enter(manager, { engagementId: post.id });
    await expect(recallCertificate(contextOf(holder), id)).rejects.toMatchObject({ status: 403 });
  });
});
