import { useTranslation } from 'react-i18next';
import type { ChecklistItem, CheckMark } from '~/domain/health-care/visit';
import { DataTable } from './data-table';
import { Badge, type Tone } from './status-badge';
import { useLanguage } from './use-words';
import classes from './visit.module.css';

interface ShownLine extends ChecklistItem {
  mark: CheckMark | null;
  note: string;
}

interface VisitResultsProps {
  sections: readonly { sectionZh: string; sectionEn: string; items: readonly ShownLine[] }[];
  version: number | null;
}

const TONES: Readonly<Record<CheckMark, Tone>> = { fine: 'good', problem: 'bad', not_applicable: 'off' };

/** Every line of the checklist with what was seen, under its section; how many of each stands before. */
export const VisitResults = ({ sections, version }: VisitResultsProps) => {
  const { t } = useTranslation('visit');
  const language = useLanguage();
  const lines = sections.flatMap(({ items }) => items);
  const number = (mark: CheckMark) => lines.filter((line) => line.mark === mark).length;
  if (lines.length === 0) return <p className={classes.soft}>{t('page.noResults')}</p>;
  return (
    <div className={classes.sections}>
      <p className={classes.soft}>
        {t('page.counts', { fine: number('fine'), problem: number('problem'), notApplicable: number('not_applicable') })}
        {version !== null && ` · ${t('page.resultsVersion', { version })}`}
      </p>
      {sections.map(({ sectionZh, sectionEn, items }) => (
        <DataTable
          key={sectionZh}
          caption={language === 'en' ? sectionEn : sectionZh}
          dense
          rows={items}
          rowKey={(line) => line.code}
          columns={[
            { key: 'text', header: t('page.line'), rowHeader: true, cell: (line) => (language === 'en' ? line.textEn : line.textZh) },
            {
              key: 'mark',
              header: t('page.mark'),
              nowrap: true,
              cell: (line) => (line.mark === null ? t('page.notMarked') : <Badge tone={TONES[line.mark]}>{t(`mark.${line.mark}`)}</Badge>),
            },
            { key: 'note', header: t('page.note'), cell: (line) => line.note || '—' },
          ]}
        />
      ))}
    </div>
  );
};
