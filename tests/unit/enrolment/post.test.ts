import { describe, expect, test } from 'vitest';
import { choosePost, type Post } from '~/domain/enrolment/post';

const post = (id: string, role: Post['role'], institutionId = 'garden'): Post => ({
  engagementId: id,
  role,
  institutionId,
  institutionName: institutionId,
  districtCode: '110105',
  operatorType: 'private',
  isIntern: false,
});
const wish = { engagementId: null, institutionId: null, isPreService: false };
const posts = [post('a', 'principal'), post('b', 'caregiver', 'meadow')];

describe('the post that an enrolment is made from', () => {
  test('is the one picked', () => {
    expect(choosePost(posts, ['caregiver'], { ...wish, engagementId: 'a' })).toEqual({ ok: true, post: posts[0] });
  });

  test('is else the first that the course is for, else any', () => {
    expect(choosePost(posts, ['caregiver'], wish)).toEqual({ ok: true, post: posts[1] });
    expect(choosePost(posts, ['health_staff'], wish)).toEqual({ ok: true, post: posts[0] });
  });

  test('is only the nominating institution’s own', () => {
    expect(choosePost(posts, ['caregiver'], { ...wish, institutionId: 'garden' })).toEqual({ ok: true, post: posts[0] });
    expect(choosePost(posts, ['caregiver'], { ...wish, institutionId: 'hill' })).toEqual({ ok: false, code: 'not_on_post' });
  });

  test('may be none before service alone', () => {
    expect(choosePost([], ['caregiver'], { ...wish, isPreService: true })).toEqual({ ok: true, post: null });
    expect(choosePost([], ['caregiver'], wish)).toEqual({ ok: false, code: 'institution_needed' });
    expect(choosePost(posts, ['caregiver'], { ...wish, engagementId: 'gone' })).toEqual({ ok: false, code: 'not_on_post' });
  });
});
