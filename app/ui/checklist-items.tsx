import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '~/domain/health-care/visit';
import { DataTable } from './data-table';
import { Badge } from './status-badge';
import { useLanguage } from './use-words';
import classes from './visit.module.css';

/** The lines of a version under their sections; one without a document says that it is a proposal. */
export const ChecklistItems = ({
  sections,
}: {
  sections: readonly { sectionZh: string; sectionEn: string; items: readonly ChecklistItem[] }[];
}) => {
  const { t } = useTranslation('visit');
  const isEnglish = useLanguage() === 'en';
  return (
    <div className={classes.sections} data-coded>
      {sections.map(({ sectionZh, sectionEn, items }) => (
        <DataTable
          key={sectionZh}
          caption={isEnglish ? sectionEn : sectionZh}
          dense
          rows={items}
          rowKey={(item) => item.code}
          columns={[
            { key: 'code', header: t('checklist.code'), cell: (item) => item.code, nowrap: true },
            { key: 'text', header: t('checklist.item'), rowHeader: true, cell: (item) => (isEnglish ? item.textEn : item.textZh) },
            { key: 'source', header: t('checklist.source'), cell: (item) => item.source || <Badge>{t('checklist.proposal')}</Badge> },
          ]}
        />
      ))}
    </div>
  );
};
