import sharp from 'sharp';
import { db } from '#db/client';
import { guidanceChecklist, guidanceVisit } from '#db/schema';
import { aMember } from '#db/seed/builders/accounts';
import { aCommission, anInstitution, HOME_DISTRICT } from '#db/seed/builders/organisations';
import { one } from '#db/seed/builders/row';
import { nextNumber } from '#db/seed/builders/synthetic';
import type { VisitRecord } from '~/domain/health-care/visit-record';
import { newId } from '~/domain/shared/id';
import { addDays, beijingDate } from '~/domain/shared/period';
import { now } from '~/platform/clock.server';

export const LINES = ['A01', 'A02'].map((code) => ({
  code,
  sectionZh: '卫生',
  sectionEn: 'Hygiene',
  textZh: code,
  textEn: code,
  source: '',
}));

/** A version in force since long ago, on a day of its own. */
export const aFieldChecklist = async (columns: Partial<typeof guidanceChecklist.$inferInsert> = {}) => {
  const n = nextNumber();
  const values = { id: newId(), version: 5_000 + n, titleZh: '清单（演示）', titleEn: 'List (demo)', status: 'published' as const };
  const dates = { inForceFromOn: addDays('2000-01-01', n % 5_000), createdAt: now(), publishedAt: now() };
  return one(
    await db
      .insert(guidanceChecklist)
      .values({ ...values, ...dates, items: LINES, ...columns })
      .returning(),
  );
};

/** An officer with an institution of her district, a planned visit to it, and what she writes down there. */
export async function fieldScene() {
  const [officer, institution, checklist] = [await aMember(db, 'district_officer'), await anInstitution(db), await aFieldChecklist()];
  const today = beijingDate(now());
  const plan = one(
    await db
      .insert(guidanceVisit)
      .values({
        id: newId(),
        institutionId: institution.id,
        districtCode: HOME_DISTRICT,
        organisationId: officer.organisation.id,
        kind: 'routine',
        status: 'planned',
        plannedOn: today,
        createdAt: now(),
      })
      .returning(),
  );
  const record = (part: Partial<VisitRecord> = {}): VisitRecord => ({
    visitId: plan.id,
    institutionId: institution.id,
    kind: 'routine',
    visitedOn: today,
    checklistId: checklist.id,
    results: [
      { code: 'A01', mark: 'fine', note: '' },
      { code: 'A02', mark: 'problem', note: '门口积水' },
    ],
    findings: [{ id: newId(), itemCode: 'A02', weight: 'minor', statement: '清除积水', mendByOn: addDays(today, 7) }],
    summary: '总体良好',
    metWith: '李老师，园长',
    recordedAt: now().toISOString(),
    ...part,
  });
  const stranger = (await aMember(db, 'district_officer', await otherCommission())).actor;
  return { officer, actor: officer.actor, institution, checklist, plan, record, stranger, today };
}

export const otherCommission = () => aCommission(db, 'district', { districtCode: '110106' });

export const aPicture = (background = '#789') =>
  sharp({ create: { width: 60, height: 40, channels: 3, background } })
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitude: '39/1 54/1 0/1', GPSLatitudeRef: 'N' } })
    .jpeg()
    .toBuffer();
