import { describe, expect, test } from 'vitest';
import { convertIntern } from '~/domain/person/convert-intern.server';
import type { Context } from '~/domain/shared/operation.server';
import { finishPlacement } from '~/domain/talent/placement/assess-placement.server';
import { linkConversions } from '~/domain/talent/placement/link-conversions.server';
import { takeOnIntern } from '~/domain/talent/placement/take-on-intern.server';
import { now } from '~/platform/clock.server';
import { testDatabase } from '../../support/database';
import { contextOf, sevenQuestions } from '../../support/seven-questions';
import { aPlacementScene, engagementRow, eventsOf, placementRow } from './placement-scenes';

const { db } = testDatabase();
const accepted = { status: 'accepted' as const };
/** Its last day was yesterday, and both have said what they think. */
const assessed = { ...accepted, fromOn: '2025-09-08', untilOn: '2026-03-09', collegePoints: 90, institutionPoints: 85 };
const system = (): Context => ({ actor: { kind: 'system', job: 'test' }, now: now(), requestId: 'test-request' });

const staff = { startOn: '2026-03-10', isFullTime: true, contractUntilOn: '2027-03-09' };
sevenQuestions(
  'takeOnIntern',
  async () => {
    const { head, strangeHead, placement } = await aPlacementScene(db, accepted);
    return { actor: head, stranger: strangeHead, placement, call: (ctx: Context) => takeOnIntern(ctx, placement.id, staff) };
  },
  {
    event: 'placement.taken_on',
    tables: ['placement', 'engagement'],
    works: async (id, { placement }) => {
      expect(await placementRow(placement.id)).toMatchObject({ converted_engagement_id: id, ended_on: '2026-03-10' });
      expect(await engagementRow(placement.engagementId ?? '')).toMatchObject({ is_intern: true, end_on: '2026-03-10' });
      expect(await engagementRow(id)).toMatchObject({ person_id: placement.personId, is_intern: false, start_on: '2026-03-10' });
    },
    wrongState: {
      code: 'wrong_state',
      scene: async () => {
        const { head, placement } = await aPlacementScene(db);
        return { actor: head, call: (ctx) => takeOnIntern(ctx, placement.id, { ...staff, startOn: '2026-04-10' }) };
      },
    },
    wrongRole: async () => (await aPlacementScene(db)).teacher,
    repeated: 'placement_taken_on',
  },
);

describe('taken on', () => {
  test('after it was finished, from its morrow at the earliest', async () => {
    const { head, teacher, placement, person } = await aPlacementScene(db, assessed);
    await finishPlacement(contextOf(teacher), placement.id, 'excellent');
    const early = takeOnIntern(contextOf(head), placement.id, { ...staff, startOn: '2026-03-09' });
    await expect(early).rejects.toMatchObject({ code: 'placement_staff_day' });
    const id = await takeOnIntern(contextOf(head), placement.id, staff);
    expect(await engagementRow(id)).toMatchObject({ person_id: person.id, is_intern: false, is_main_post: true });
  });

  test('nobody under eighteen', async () => {
    const { head, placement } = await aPlacementScene(db, accepted, '2009-01-01');
    await expect(takeOnIntern(contextOf(head), placement.id, staff)).rejects.toMatchObject({ code: 'too_young' });
  });

  test('on the roster page, the placement learns of it, once', async () => {
    const { head, placement } = await aPlacementScene(db, accepted);
    const id = await convertIntern(contextOf(head), placement.engagementId ?? '', staff);
    expect(await linkConversions(system())).toBe(1);
    expect(await placementRow(placement.id)).toMatchObject({ converted_engagement_id: id, ended_on: '2026-03-10' });
    expect(await linkConversions(system())).toBe(0);
    expect((await eventsOf('placement.taken_on')).at(-1)?.data).toMatchObject({ engagementId: id });
  });
});
