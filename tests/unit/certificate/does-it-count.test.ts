import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CERTIFICATE_FAMILIES } from '~/domain/certificate/certificate';
import { certifiedPeriods } from '~/domain/certificate/certified-periods';
import { clauseText, type RuleCode, type RuleVersion, ruleInForce } from '~/domain/certificate/counting-rule';
import { doesItCount, type HeldCertificate, type Holder, NOT_COUNTING_REASONS } from '~/domain/certificate/does-it-count';
import { addDays } from '~/domain/shared/period';
import { held, shippedRules } from '../rate/facts';

const rules = shippedRules();
const T = '2024-06-30';
const caregiver = (...certificates: HeldCertificate[]): Holder => ({ role: 'caregiver', certificates, healthCertValidUntil: null });
const ask = (certificate: Partial<HeldCertificate>, code: RuleCode = 'standard', day = T) =>
  doesItCount(rules[code], caregiver(held(certificate)), day);

const X = { family: 'x_certificate', occupation: null, level: 'junior', childcareRelated: true } as const;
const OLD = { family: 'hrss_vocational_qualification', occupation: '4-10-01-03' } as const;
const of = (family: HeldCertificate['family']) => ({ family, occupation: null, level: null }) as const;

describe('what counts under which rule', () => {
  test.each<[string, Partial<HeldCertificate>, [boolean, boolean, boolean]]>([
    ['育婴员', {}, [true, true, true]],
    ['保育师', { occupation: '4-10-01-03', level: '1' }, [true, true, true]],
    ['保育员（旧职业资格）', OLD, [true, true, true]],
    ['1+X 幼儿照护', X, [false, true, true]],
    ['1+X not marked as childcare', { ...X, childcareRelated: false }, [false, false, false]],
    ['幼儿园教师资格', of('teacher_qualification'), [false, false, true]],
    ['护士执业', of('nurse_license'), [false, false, true]],
    ['医师执业', of('physician_license'), [false, false, true]],
    ['健康照护师', { occupation: '4-14-01-03' }, [false, false, true]],
    ['婴幼儿发展引导员', { occupation: '4-10-01-01' }, [false, false, false]],
    ['no occupation written', { occupation: null }, [false, false, false]],
    ...(
      [
        'health_certificate',
        'health_care_training',
        'post_training',
        'training_completion',
        'special_ability',
        'commercial_training',
      ] as const
    ).map((family) => [family, of(family), [false, false, false]] as [string, Partial<HeldCertificate>, [boolean, boolean, boolean]]),
    ...(['childcare_teacher_license', 'security_guard', 'first_aid'] as const).map(
      (family) => [family, of(family), [false, false, false]] as [string, Partial<HeldCertificate>, [boolean, boolean, boolean]],
    ),
  ])('%s', (_, certificate, expected) => {
    expect((['strict', 'standard', 'broad'] as const).map((code) => ask(certificate, code).verdict === 'counts')).toEqual(expected);
  });
});

describe('why not, or not yet', () => {
  test.each<[string, Partial<HeldCertificate>, string, string | null]>([
    ['verified', {}, 'counts', null],
    ['a draft', { status: 'draft' }, 'does_not', 'not_submitted'],
    ['submitted', { status: 'submitted' }, 'needs_document', 'not_verified'],
    ['submitted and past', { status: 'submitted', validUntil: '2024-06-29' }, 'does_not', 'expired'],
    ['rejected', { status: 'rejected' }, 'does_not', 'rejected'],
    ['issued the day after', { issuedOn: '2024-07-01' }, 'does_not', 'issued_later'],
    ['last valid day', { validUntil: T }, 'counts', null],
    ['the day after it', { validUntil: '2024-06-29' }, 'does_not', 'expired'],
    ['revoked from the day', { status: 'revoked', revokedOn: T }, 'does_not', 'revoked'],
    ['revoked later', { status: 'revoked', revokedOn: '2024-07-01' }, 'counts', null],
    ['another kind', of('commercial_training'), 'does_not', 'family_not_accepted'],
    ['another occupation', { occupation: '4-14-01-03' }, 'does_not', 'occupation_not_accepted'],
    ['1+X of another field', { ...X, childcareRelated: false }, 'does_not', 'not_childcare_related'],
  ])('%s', (_, certificate, verdict, reason) => {
    const answer = ask(certificate);
    expect(answer).toMatchObject({ verdict, reason });
    expect(answer.certificateId).toBe(verdict === 'does_not' ? null : 'c1');
  });

  test('other roles, no certificate, and days before any rule', () => {
    expect(doesItCount(rules.standard, { ...caregiver(held()), role: 'principal' }, T)).toMatchObject({
      verdict: 'does_not',
      reason: 'role_not_counted',
    });
    expect(doesItCount(rules.standard, caregiver(), T)).toMatchObject({ verdict: 'does_not', reason: 'no_certificate' });
    expect(ask({ issuedOn: '2020-01-01' }, 'standard', '2022-12-31')).toMatchObject({ verdict: 'does_not', reason: 'no_rule', rule: null });
  });

  test('the nearest miss explains: an expired 育婴员 beside a commercial paper', () => {
    const both = caregiver(held({ validUntil: '2024-01-20' }), held({ id: 'c2', ...of('commercial_training') }));
    expect(doesItCount(rules.standard, both, T)).toMatchObject({
      reason: 'expired',
      certificates: [{ reason: 'expired' }, { reason: 'family_not_accepted' }],
    });
  });

  test('of several the one issued first answers, verified before submitted', () => {
    const all = caregiver(
      held({ id: 'c3', issuedOn: '2024-03-01' }),
      held({ id: 'c2', issuedOn: '2024-02-01' }),
      held({ status: 'submitted' }),
    );
    expect(doesItCount(rules.standard, all, T)).toMatchObject({ verdict: 'counts', certificateId: 'c2' });
  });
});

const version = (given: Partial<RuleVersion>): RuleVersion => ({
  ...{ id: 'r2', code: 'standard', version: 2, inForceFromOn: '2024-06-01', requireValidHealthCert: false },
  clauses: [{ clause: '演示条款', clauseEn: 'demo clause', family: 'hrss_skill_level', verdict: 'counts' }],
  ...given,
});

describe('versions and clauses', () => {
  const next = [...rules.standard, version({ clauses: [{ clause: '草案', family: 'childcare_teacher_license', verdict: 'counts' }] })];
  test('a version holds from its day and changes nothing before it', () => {
    expect(ruleInForce(next, '2024-05-31')?.version).toBe(1);
    expect(ruleInForce(next, '2024-06-01')?.version).toBe(2);
    expect(doesItCount(next, caregiver(held()), '2024-05-31').verdict).toBe('counts');
    expect(doesItCount(next, caregiver(held()), '2024-06-01')).toMatchObject({ verdict: 'does_not', reason: 'family_not_accepted' });
    expect(certifiedPeriods(next, caregiver(held()))).toEqual([
      { fromOn: '2024-01-10', untilOn: '2024-06-01', verdict: 'counts', certificateId: 'c1', ruleId: 'rule-standard' },
    ]);
  });

  test.each<[string, Partial<RuleVersion>, Partial<HeldCertificate>, string | null, string]>([
    [
      'a copy is asked for',
      { clauses: [{ clause: '', family: 'hrss_skill_level', verdict: 'needs_document' }] },
      {},
      'copy_missing',
      'needs_document',
    ],
    [
      'a copy is there',
      { clauses: [{ clause: '', family: 'hrss_skill_level', verdict: 'needs_document' }] },
      { hasCopy: true },
      null,
      'counts',
    ],
    [
      'levels',
      { clauses: [{ clause: '', family: 'hrss_skill_level', levels: ['4', '3'], verdict: 'counts' }] },
      {},
      'level_not_accepted',
      'does_not',
    ],
    [
      'days of issue',
      { clauses: [{ clause: '', family: 'hrss_skill_level', issuedFrom: '2024-02-01', verdict: 'counts' }] },
      {},
      'issued_outside',
      'does_not',
    ],
    [
      'last day of issue',
      { clauses: [{ clause: '', family: 'hrss_skill_level', issuedUntil: '2024-01-10', verdict: 'counts' }] },
      {},
      null,
      'counts',
    ],
    ['health certificate asked for', { requireValidHealthCert: true }, {}, 'health_certificate_missing', 'does_not'],
  ])('%s', (_, rule, certificate, reason, verdict) => {
    expect(doesItCount([version(rule)], caregiver(held(certificate)), T)).toMatchObject({ reason, verdict });
  });

  test('a line that asks for nothing more wins over one that asks for a copy', () => {
    const clauses = [{ clause: '', family: 'hrss_skill_level' as const, verdict: 'needs_document' as const }, ...version({}).clauses];
    expect(doesItCount([version({ clauses })], caregiver(held()), T)).toMatchObject({ verdict: 'counts', clause: { clause: '演示条款' } });
  });

  test('a valid health certificate ends the count the day after its last day', () => {
    const her = { ...caregiver(held()), healthCertValidUntil: T };
    const asked = [version({ requireValidHealthCert: true, inForceFromOn: '2023-01-01' })];
    expect(certifiedPeriods(asked, her)).toMatchObject([{ fromOn: '2024-01-10', untilOn: '2024-07-01' }]);
    expect(doesItCount(asked, her, '2024-07-01').reason).toBe('health_certificate_expired');
    expect(doesItCount(rules.standard, her, '2024-07-01').verdict).toBe('counts');
  });

  test('the clause is printed in the language of the page', () => {
    const { clause } = ask({});
    if (!clause) throw new Error('no clause');
    expect([clauseText(clause, 'zh-CN'), clauseText(clause, 'en')]).toEqual([
      expect.stringContaining('建议口径'),
      expect.stringContaining('Proposed'),
    ]);
  });
});

const dayArb = fc.integer({ min: 0, max: 30 }).map((n) => addDays('2024-01-01', n));
const certificateArb = fc.record({
  id: fc.uuid(),
  family: fc.constantFrom(...CERTIFICATE_FAMILIES),
  issuedOn: dayArb,
  validUntil: fc.option(dayArb, { nil: null }),
  status: fc.constantFrom('draft' as const, 'submitted' as const, 'verified' as const, 'rejected' as const),
  hasCopy: fc.boolean(),
});

test('any certificates, any rules: the periods say of every day what the answer says, in order and without overlap', () => {
  const rulesArb = fc
    .array(fc.record({ inForceFromOn: dayArb, requireValidHealthCert: fc.boolean() }), { maxLength: 3 })
    .map((all) => [...all.map((given, n) => version({ ...given, id: `r${n}` })), ...rules.broad]);
  fc.assert(
    fc.property(
      fc.array(certificateArb, { maxLength: 4 }),
      rulesArb,
      fc.option(dayArb, { nil: null }),
      (certificates, versions, healthCertValidUntil) => {
        const her: Holder = { role: 'caregiver', certificates: certificates.map((each) => held(each)), healthCertValidUntil };
        const periods = certifiedPeriods(versions, her);
        for (const [at, { fromOn, untilOn }] of periods.entries()) {
          expect(untilOn === null || untilOn > fromOn).toBe(true);
          const next = periods[at + 1];
          if (next) expect(untilOn !== null && untilOn <= next.fromOn).toBe(true);
        }
        for (let n = -1; n <= 33; n++) {
          const day = addDays('2024-01-01', n);
          const period = periods.find(({ fromOn, untilOn }) => fromOn <= day && (untilOn === null || day < untilOn));
          const { verdict, certificateId, reason } = doesItCount(versions, her, day);
          expect(period ? [period.verdict, period.certificateId] : ['does_not', null]).toEqual([verdict, certificateId]);
          expect(reason === null).toBe(verdict === 'counts');
          if (reason !== null) expect(NOT_COUNTING_REASONS).toContain(reason);
        }
      },
    ),
    { numRuns: 200 },
  );
});
