import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { DISTRICTS } from '~/domain/organisation/districts';
import { formatNumber } from '~/i18n/format';
import classes from './institution.module.css';
import { useLanguage } from './use-words';

/** Column and row of each district in the scheme: by direction from the centre, not by area or boundary. */
const AT: Readonly<Record<string, readonly [number, number]>> = {
  '110119': [1, 0],
  '110116': [2, 0],
  '110118': [3, 0],
  '110114': [1, 1],
  '110113': [3, 1],
  '110117': [4, 1],
  '110109': [0, 2],
  '110108': [1, 2],
  '110102': [2, 2],
  '110101': [3, 2],
  '110105': [4, 2],
  '110107': [0, 3],
  '110106': [1, 3],
  '110302': [3, 3],
  '110112': [4, 3],
  '110111': [0, 4],
  '110115': [2, 4],
};
const [WIDTH, HEIGHT, GAP] = [96, 84, 6];
const COLUMNS = 5;
const ROWS = 5;
/** As written in a tile: the whole name of the development area would not fit. */
const SHORT: Readonly<Record<string, { zh: string; en: string }>> = { '110302': { zh: '经开区', en: 'BDA' } };

interface Counted {
  districtCode: string;
  institutions: number;
  places: number;
}

/** The seventeen districts as tiles; each is a link to its list, darker where there are more places. */
export const DistrictMap = ({
  counts,
  chosen,
  addressOf,
}: {
  counts: readonly Counted[];
  chosen?: string;
  addressOf: (code: string) => string;
}) => {
  const { t } = useTranslation('institution');
  const language = useLanguage();
  const most = Math.max(1, ...counts.map(({ places }) => places));
  const number = (value: number) => formatNumber(value, language);
  return (
    <nav aria-label={t('public.map')}>
      <svg className={classes.map} viewBox={`0 0 ${COLUMNS * (WIDTH + GAP)} ${ROWS * (HEIGHT + GAP)}`}>
        <title>{t('public.map')}</title>
        {DISTRICTS.map(({ code, zh, en }) => {
          const [column, row] = AT[code] ?? [0, 0];
          const { institutions, places } = counts.find((each) => each.districtCode === code) ?? { institutions: 0, places: 0 };
          const name = language === 'en' ? en : zh;
          const [left, top] = [column * (WIDTH + GAP) + GAP / 2, row * (HEIGHT + GAP) + GAP / 2];
          const shade = institutions === 0 ? 0 : 8 + Math.round((places / most) * 32);
          const tile = { '--tile': `color-mix(in srgb, var(--brand) ${shade}%, var(--card))` } as CSSProperties;
          return (
            <a
              key={code}
              href={addressOf(code)}
              aria-label={t('public.district', { name, institutions: number(institutions), places: number(places) })}
              aria-current={chosen === code ? 'true' : undefined}
            >
              <rect x={left} y={top} width={WIDTH} height={HEIGHT} rx={6} style={tile} />
              <text className={classes.name} x={left + WIDTH / 2} y={top + 29}>
                {SHORT[code]?.[language === 'en' ? 'en' : 'zh'] ?? name}
              </text>
              <text className={classes.count} x={left + WIDTH / 2} y={top + 52}>
                {t('public.institutionsShort', { n: number(institutions) })}
              </text>
              <text className={classes.count} x={left + WIDTH / 2} y={top + 72}>
                {t('public.placesShort', { n: number(places) })}
              </text>
            </a>
          );
        })}
      </svg>
    </nav>
  );
};
