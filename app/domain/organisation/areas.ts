import { DISTRICT_CODES } from './districts';

/** Scopes of figures: `city`, a district's code, the two below put together; some figures have an institution's id too. */
export const CITY_SCOPE = 'city';
/** The development area put into 大兴: what is in both is counted once, not added. */
export const BDA_MERGED = '110115+110302';

export const isMergedDistrict = (code: string): boolean => BDA_MERGED.split('+').includes(code);

/** The scopes of areas that something of a district stands in. */
export const areaScopes = (districtCode: string): string[] =>
  isMergedDistrict(districtCode) ? [CITY_SCOPE, districtCode, BDA_MERGED] : [CITY_SCOPE, districtCode];

/** Reporting units in yearbook order; with the development area put into 大兴 there is one unit less. */
export const districtScopes = (merged: boolean): readonly string[] =>
  merged ? DISTRICT_CODES.filter((code) => code !== '110302').map((code) => (code === '110115' ? BDA_MERGED : code)) : DISTRICT_CODES;

export const isAreaScope = (scope: string): boolean => scope === CITY_SCOPE || scope === BDA_MERGED || DISTRICT_CODES.includes(scope);

/** Districts that a scope consists of; null = all of them, or an institution. */
export const districtsOf = (scope: string): readonly string[] | null =>
  scope === CITY_SCOPE || !isAreaScope(scope) ? null : scope.split('+');
