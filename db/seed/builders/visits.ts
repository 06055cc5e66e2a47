import type { Tx } from '#db/client';
import { findingAnswer, guidanceChecklist, guidanceFinding, guidancePhoto, guidanceVisit } from '#db/schema';
import { newId } from '~/domain/shared/id';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';
import { storeFile } from '~/platform/files.server';
import { aCommission, anInstitution, HOME_DISTRICT } from './organisations';
import { one } from './row';
import { nextNumber } from './synthetic';

type Visit = typeof guidanceVisit.$inferSelect;
type Finding = typeof guidanceFinding.$inferSelect;

/** A draft of two lines; its version is a number of its own. */
export const aChecklist = async (tx: Tx, columns: Partial<typeof guidanceChecklist.$inferInsert> = {}) => {
  const line = (code: string) => ({
    code,
    sectionZh: '消毒',
    sectionEn: 'Disinfection',
    textZh: `项目${code}`,
    textEn: `Line ${code}`,
    source: '',
  });
  return one(
    await tx
      .insert(guidanceChecklist)
      .values({
        id: newId(),
        version: 1_000 + nextNumber(),
        titleZh: '演示清单',
        titleEn: 'Demo checklist',
        status: 'draft',
        inForceFromOn: addDays(beijingDate(now()), 30),
        items: [line('A01'), line('A02')],
        createdAt: now(),
        ...columns,
      })
      .returning(),
  );
};

/** A routine visit planned for today; one with `visitedOn` was recorded on that day. Makes whom and who where not given. */
export async function aVisit(tx: Tx, columns: Partial<typeof guidanceVisit.$inferInsert> = {}): Promise<Visit> {
  const { visitedOn } = columns;
  const recorded = visitedOn ? { status: 'recorded' as const, recordedBy: newId(), recordedAt: now(), receivedAt: now() } : {};
  return one(
    await tx
      .insert(guidanceVisit)
      .values({
        id: newId(),
        districtCode: HOME_DISTRICT,
        kind: 'routine',
        status: 'planned',
        plannedOn: visitedOn ?? beijingDate(now()),
        createdAt: now(),
        ...recorded,
        ...columns,
        institutionId: columns.institutionId ?? (await anInstitution(tx)).id,
        organisationId: columns.organisationId ?? (await aCommission(tx, 'district')).id,
      })
      .returning(),
  );
}

/** Open, to be mended within ten days. */
export const aFinding = async (tx: Tx, visit: Visit, columns: Partial<typeof guidanceFinding.$inferInsert> = {}): Promise<Finding> =>
  one(
    await tx
      .insert(guidanceFinding)
      .values({
        id: newId(),
        visitId: visit.id,
        institutionId: visit.institutionId,
        weight: 'minor',
        statement: '消毒记录不全',
        mendByOn: addDays(beijingDate(now()), 10),
        status: 'open',
        createdAt: now(),
        ...columns,
      })
      .returning(),
  );

/** What the institution said of a finding; the finding's own status is the caller's. */
export const anAnswer = async (tx: Tx, findingId: string, columns: Partial<typeof findingAnswer.$inferInsert> = {}) =>
  one(
    await tx
      .insert(findingAnswer)
      .values({ id: newId(), findingId, statement: '已补齐记录', answeredAt: now(), ...columns })
      .returning(),
  );

/** A stored photo of a visit: a file of a few bytes. */
export async function aGuidancePhoto(tx: Tx, visit: Visit, columns: Partial<typeof guidancePhoto.$inferInsert> = {}) {
  const bytes = Buffer.from(`演示照片 ${nextNumber()}`);
  const { sha256, storageKey } = await storeFile(bytes);
  const stored = { name: '照片.jpg', mediaType: 'image/jpeg', bytes: bytes.byteLength, sha256, storedAs: storageKey, uploadedAt: now() };
  return one(
    await tx
      .insert(guidancePhoto)
      .values({ id: newId(), visitId: visit.id, ...stored, ...columns })
      .returning(),
  );
}
