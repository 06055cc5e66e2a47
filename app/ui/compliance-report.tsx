import { useTranslation } from 'react-i18next';
import { type ComplianceGap, gapsToRead } from '~/domain/course/compliance';
import type { Outline } from '~/domain/course/outline';
import { formatHours } from '~/i18n/format';
import { ComplianceMeasures, ComplianceModules, type MeasuredOutline, useModuleName } from './compliance-tables';
import classes from './course.module.css';
import { Notice } from './notice';
import { useLanguage } from './use-words';

/** How a course measures up to one version of an outline: what is missing first, then the figures behind it. */
export const ComplianceReport = ({ outline, result }: MeasuredOutline) => {
  const { t } = useTranslation('course');
  const asked = outline.source === 'official' ? t('compliance.askedOfficial') : t('compliance.asked');
  const gaps = gapsToRead(result.gaps);
  return (
    <div className={classes.compliance}>
      <OutlineNote outline={outline} />
      {gaps.length === 0 ? (
        <Notice tone="good">{t('compliance.covered')}</Notice>
      ) : (
        <Notice tone="warn" title={t('compliance.gaps', { count: gaps.length })}>
          <GapList outline={outline} gaps={gaps} />
        </Notice>
      )}
      <ComplianceMeasures result={result} asked={asked} />
      <details className={classes.details}>
        <summary>{t('compliance.modules')}</summary>
        <ComplianceModules outline={outline} result={result} asked={asked} />
        {result.extra.length > 0 && <p>{t('compliance.extra', { modules: result.extra.join(', ') })}</p>}
      </details>
    </div>
  );
};

/** Where the hours come from: proposed ones are never called a rule of the state. */
const OutlineNote = ({ outline }: { outline: Outline }) => {
  const { t } = useTranslation('course');
  const params = { document: outline.documentNo ?? t('compliance.noDocument'), version: outline.version };
  const note = outline.source === 'official' ? t('compliance.officialNote', params) : t('compliance.proposedNote', params);
  return (
    <p className={classes.note}>
      <strong>{t('compliance.against', { category: t(`category.${outline.category}`) })}</strong> {note}
    </p>
  );
};

const GapList = ({ outline, gaps }: { outline: Outline; gaps: readonly ComplianceGap[] }) => {
  const { t } = useTranslation('course');
  const language = useLanguage();
  const name = useModuleName(outline);
  return (
    <ul className={classes.gaps}>
      {gaps.map(({ code, params }) => (
        <li key={`${code}-${params.module ?? ''}-${params.topic ?? ''}`}>
          {t(`gap.${code}`, { module: name(params.module), topic: params.topic ?? '', hours: formatHours(params.short ?? 0, language) })}
        </li>
      ))}
    </ul>
  );
};
