import { expect, test } from 'vitest';
import { CITY_CODE, DISTRICT_CODES, DISTRICTS, findDistrict, isDistrictCode, reportingCode } from '~/domain/organisation/districts';

test('there are seventeen reporting units with codes, names and places of their own', () => {
  expect(DISTRICTS).toHaveLength(17);
  for (const key of ['code', 'zh', 'en', 'sort'] as const) expect(new Set(DISTRICTS.map((unit) => unit[key])).size).toBe(17);
});

test('they stand in the order of the statistical yearbook', () => {
  expect(DISTRICTS.map((unit) => unit.zh.slice(0, 2)).join(' ')).toBe(
    '东城 西城 朝阳 丰台 石景 海淀 门头 房山 通州 顺义 昌平 大兴 怀柔 平谷 密云 延庆 北京',
  );
  expect(DISTRICTS.map((unit) => unit.sort)).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
});

test('sixteen are districts; the development area is not, and may be folded into Daxing', () => {
  expect(DISTRICTS.filter((unit) => !unit.isAdminDivision).map((unit) => unit.code)).toEqual(['110302']);
  expect(reportingCode('110302', true)).toBe('110115');
  expect(reportingCode('110302', false)).toBe('110302');
  expect(reportingCode('110105', true)).toBe('110105');
});

test('the city is found but is no district', () => {
  expect(findDistrict(CITY_CODE)?.zh).toBe('北京市');
  expect(isDistrictCode(CITY_CODE)).toBe(false);
  expect(DISTRICT_CODES.every(isDistrictCode)).toBe(true);
  expect(isDistrictCode('110103')).toBe(false);
});
