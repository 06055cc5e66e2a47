import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { course } from '#db/schema';
import { aMember, aSession } from '#db/seed/builders/accounts';
import { aClass } from '#db/seed/builders/classes';
import { anOutline } from '#db/seed/builders/courses';
import { aProvider } from '#db/seed/builders/organisations';
import * as review from '~/routes/commission.courses.$courseId';
import * as newOutline from '~/routes/commission.outlines.new';
import * as publicPage from '~/routes/courses.$courseId';
import * as download from '~/routes/courses.$courseId_.attachments.$attachmentId';
import * as manage from '~/routes/provider.courses.$courseId';
import * as edit from '~/routes/provider.courses.$courseId_.edit';
import * as drafting from '~/routes/provider.courses.new';
import { testDatabase } from '../../support/database';
import { courseRow, courseScene } from './scenes';

const { db } = testDatabase();

const args = (cookie: string | null, params: Record<string, string>, form?: Record<string, string | string[]> | FormData, path = '/') => {
  const headers = new Headers(cookie ? { Cookie: cookie } : {});
  const body =
    form instanceof FormData || form === undefined
      ? form
      : new URLSearchParams(Object.entries(form).flatMap(([name, value]) => [value].flat().map((each) => [name, each])));
  return { request: new Request(`http://127.0.0.1${path}`, { method: form ? 'POST' : 'GET', headers, body }), params, context: {} };
};

const cookieOf = async (role: 'provider_staff' | 'city_officer', organisation?: Awaited<ReturnType<typeof aProvider>>) =>
  (await aSession(db, await aMember(db, role, organisation))).cookie;

/** The status of what a loader or action throws. */
const thrown = (run: Promise<unknown>): Promise<number> =>
  run.then(
    () => 200,
    (error: { status?: number; init?: { status: number } }) => error.init?.status ?? error.status ?? 500,
  );

const courseForm = (change: Record<string, string | string[]> = {}) => ({
  title: '保育人员培训',
  'categories[]': ['caregiver'],
  delivery: 'on_site',
  audience: '保育人员',
  summary: '简介',
  contactName: '教务',
  contactPhone: '010-65550100',
  minAttendancePercent: '80',
  minTheoryScore: '60',
  minPracticalScore: '',
  seenAt: '2026-01-01T00:00:00.000Z',
  'modules.0.title': '急救',
  'modules.0.theory': '2',
  'modules.0.practice': '90分钟',
  intent: 'save',
  ...change,
});

describe('the editor', () => {
  test('saves what was typed, in minutes', async () => {
    const { course: built, provider } = await courseScene('draft');
    const cookie = await cookieOf('provider_staff', provider);
    const answer = await edit.action(args(cookie, { courseId: built.id }, courseForm({ seenAt: built.updatedAt.toISOString() })));
    expect(answer).toMatchObject({ status: 302 });
    expect(await courseRow(built.id)).toMatchObject({
      title: '保育人员培训',
      passRule: { minPracticalScore: null, hoursMustBeMet: false },
    });
    const { rows } = await edit.loader(args(cookie, { courseId: built.id }));
    expect(rows).toMatchObject([{ code: 'M1', title: '急救', theory: '2', practice: '2' }]);
  });

  test('a row button saves nothing and keeps everything', async () => {
    const { course: built, provider } = await courseScene('draft');
    const cookie = await cookieOf('provider_staff', provider);
    const answer = await edit.action(args(cookie, { courseId: built.id }, courseForm({ intent: 'add', title: '还没写完' })));
    expect(answer).toMatchObject({
      data: { refusal: null, errors: {}, values: { title: ['还没写完'], 'modules.0.title': ['急救'], 'modules.1.title': [''] } },
    });
    expect((await courseRow(built.id)).title).toBe(built.title);
  });

  test.each([
    ['no title', { title: '' }, 'title'],
    ['a title of 10,000 signs', { title: '长'.repeat(10_000) }, 'title'],
    ['no category', { 'categories[]': [] }, 'categories[]'],
    ['an unknown category', { 'categories[]': ['x'] }, 'categories[]'],
    ['a phone that is none', { contactPhone: 'call me' }, 'contactPhone'],
    ['a score of 500', { minTheoryScore: '500' }, 'minTheoryScore'],
    ['hours in words', { 'modules.0.theory': '<script>' }, 'modules.0.theory'],
  ])('%s is answered at its field, and what was typed stays', async (_, change, field) => {
    const { course: built, provider } = await courseScene('draft');
    const answer = await edit.action(args(await cookieOf('provider_staff', provider), { courseId: built.id }, courseForm(change)));
    expect(answer).toMatchObject({ init: { status: 422 }, data: { values: { summary: ['简介'] } } });
    expect(Object.keys((answer as { data: { errors: object } }).data.errors)).toEqual([field]);
  });

  test('saving and submitting an incomplete course does neither', async () => {
    const { course: built, provider } = await courseScene('draft');
    const form = courseForm({ seenAt: built.updatedAt.toISOString(), audience: '', intent: 'submit' });
    const answer = await edit.action(args(await cookieOf('provider_staff', provider), { courseId: built.id }, form));
    expect(answer).toMatchObject({
      init: { status: 422 },
      data: { refusal: { code: 'course_incomplete', params: { missing: 'audience' } } },
    });
    expect(await courseRow(built.id)).toMatchObject({ status: 'draft', title: built.title });
  });

  test('is closed while the course is under review', async () => {
    const { course: built, provider } = await courseScene('submitted');
    expect(await thrown(edit.loader(args(await cookieOf('provider_staff', provider), { courseId: built.id })))).toBe(302);
  });
});

describe('who may enter', () => {
  test('nobody without signing in, no other role, no other provider', async () => {
    const { course: built } = await courseScene('draft');
    const params = { courseId: built.id };
    expect(await thrown(manage.loader(args(null, params)))).toBe(302);
    expect(await thrown(manage.loader(args(await cookieOf('city_officer'), params)))).toBe(403);
    expect(await thrown(manage.loader(args(await cookieOf('provider_staff'), params)))).toBe(404);
    expect(await thrown(review.loader(args(await cookieOf('provider_staff'), params)))).toBe(403);
    expect(await thrown(publicPage.loader(args(null, params)))).toBe(404);
    expect(await thrown(publicPage.loader(args(null, { courseId: '%00' })))).toBe(404);
  });

  test('the city reads a district course without deciding', async () => {
    const { course: built } = await courseScene('submitted');
    const page = await review.loader(args(await cookieOf('city_officer'), { courseId: built.id }));
    expect(page).toMatchObject({ mayDecide: false, nextVersion: 1, change: null });
    expect(await thrown(review.action(args(await cookieOf('city_officer'), { courseId: built.id }, { intent: 'approve' })))).toBe(403);
  });
});

test('drafting refuses a category outside the scope at its field', async () => {
  const cookie = await cookieOf('provider_staff', await aProvider(db, { categories: ['principal'] }));
  const answer = await drafting.action(
    args(cookie, {}, { title: '课程', 'categories[]': ['caregiver'], delivery: 'online', start: 'blank' }),
  );
  expect(answer).toMatchObject({ init: { status: 422 }, data: { errors: { 'categories[]': { code: 'category_out_of_scope' } } } });
});

test('a file is uploaded, downloaded as an attachment and never run', async () => {
  const { course: built, provider } = await courseScene('draft');
  const cookie = await cookieOf('provider_staff', provider);
  const form = new FormData();
  form.set('intent', 'addAttachment');
  form.set('file', new File(['%PDF-1.7\n%%EOF'], '计划 (1).pdf'));
  expect(await manage.action(args(cookie, { courseId: built.id }, form))).toMatchObject({ status: 302 });
  const { attachments } = await manage.loader(args(cookie, { courseId: built.id }));
  const params = { courseId: built.id, attachmentId: attachments[0]?.id ?? '' };
  const file = await download.loader(args(cookie, params));
  expect(file.headers.get('Content-Disposition')).toBe(
    `attachment; filename="__ (1).pdf"; filename*=UTF-8''%E8%AE%A1%E5%88%92%20%281%29.pdf`,
  );
  expect(file.headers.get('Content-Security-Policy')).toContain('sandbox');
  expect(await file.text()).toContain('%PDF');
  expect(await thrown(download.loader(args(null, params)))).toBe(404);
});

test('the public page shows the approved text while another is drafted', async () => {
  const { course: built } = await courseScene('published');
  await aClass(db, { course: built, capacity: 5, seatsTaken: 2 });
  await db.update(course).set({ title: '草稿中的新名称', status: 'draft' }).where(eq(course.id, built.id));
  const page = await publicPage.loader(args(null, { courseId: built.id }));
  expect(page.course.title).toBe(built.title);
  expect(page.offers).toMatchObject([{ free: 3, isOpen: true }]);
  expect(JSON.stringify(page)).not.toContain('meetingLink');
});

test('a new outline version starts from the old one and needs an English title for each module', async () => {
  const from = await anOutline(db, 'caregiver');
  const cookie = await cookieOf('city_officer');
  const page = await newOutline.loader(args(cookie, {}, undefined, `/?from=${from.id}`));
  expect(page).toMatchObject({ latest: 1, outline: { category: 'caregiver' } });
  expect(page.rows).toHaveLength(14);
  const form = {
    intent: 'save',
    category: 'caregiver',
    after: '1',
    titleZh: '新版',
    titleEn: 'New',
    source: 'official',
    effectiveOn: '2026-04-01',
    'modules.0.code': 'A',
    'modules.0.title': '甲',
    'modules.0.theory': '2',
  };
  expect(await newOutline.action(args(cookie, {}, form))).toMatchObject({
    data: { errors: { 'modules.0.titleEn': { code: 'field_required' } } },
  });
  expect(await newOutline.action(args(cookie, {}, { ...form, 'modules.0.titleEn': 'First' }))).toMatchObject({ status: 302 });
});
