import { Link } from '@remix-run/react';
import { useTranslation } from 'react-i18next';
import { POST_TRAINING_CATEGORIES, type PostTrainingCategory } from '~/domain/completion/post-training';
import type { CourseCategory } from '~/domain/course/course';
import { formatHoursShort } from '~/i18n/format';
import { paths } from '~/web/paths';
import { DataTable } from './data-table';
import { SelectField, TextField } from './fields';
import { FilterBar } from './filter-bar';
import { Section } from './page';
import { Pagination } from './pagination';
import { Badge } from './status-badge';
import { useDistrictName } from './use-district-name';
import { useLanguage } from './use-words';

interface Issued {
  id: string;
  number: string;
  category: CourseCategory;
  name: string;
  idNumberMasked: string;
  districtCode: string | null;
  theoryMinutes: number;
  practiceMinutes: number;
  metOn: string;
  isRevoked: boolean;
}

interface Props {
  rows: readonly Issued[];
  total: number;
  page: number;
  pageSize: number;
  filter: { q: string; category?: PostTrainingCategory; state?: 'standing' | 'revoked' };
  /** Officers may open the paper. */
  linked: boolean;
}

/** 岗位培训合格证 that were issued, with their filters. */
export const PostTrainingList = ({ rows, total, page, pageSize, filter, linked }: Props) => {
  const { t } = useTranslation(['completion', 'course']);
  const language = useLanguage();
  const districtName = useDistrictName();
  return (
    <Section>
      <FilterBar>
        <TextField name="q" label={t('postTraining.search')} type="search" optional defaultValue={filter.q} maxLength={100} />
        <SelectField
          name="category"
          label={t('postTraining.category')}
          optional
          placeholder={t('postTraining.allCategories')}
          defaultValue={filter.category}
          options={POST_TRAINING_CATEGORIES.map((value) => ({ value, label: t(`course:category.${value}`) }))}
        />
        <SelectField
          name="state"
          label={t('postTraining.state')}
          optional
          placeholder={t('postTraining.allStates')}
          defaultValue={filter.state}
          options={(['standing', 'revoked'] as const).map((value) => ({ value, label: t(`postTraining.states.${value}`) }))}
        />
      </FilterBar>
      <DataTable<Issued>
        caption={t('postTraining.list')}
        captionHidden
        dense
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p>{t('postTraining.empty')}</p>}
        columns={[
          { key: 'name', header: t('postTraining.holder'), rowHeader: true, nowrap: true, cell: (row) => row.name },
          { key: 'document', header: t('postTraining.idNumber'), nowrap: true, cell: (row) => row.idNumberMasked },
          {
            key: 'number',
            header: t('number'),
            nowrap: true,
            cell: (row) => (linked ? <Link to={paths.postTraining(row.number)}>{row.number}</Link> : row.number),
          },
          { key: 'category', header: t('postTraining.category'), nowrap: true, cell: (row) => t(`course:category.${row.category}`) },
          { key: 'district', header: t('postTraining.district'), nowrap: true, cell: (row) => districtName(row.districtCode) },
          {
            key: 'theory',
            header: t('postTraining.theory'),
            numeric: true,
            cell: (row) => formatHoursShort(row.theoryMinutes, language),
          },
          {
            key: 'practice',
            header: t('postTraining.practice'),
            numeric: true,
            cell: (row) => formatHoursShort(row.practiceMinutes, language),
          },
          { key: 'met', header: t('postTraining.metOn'), nowrap: true, cell: (row) => row.metOn },
          {
            key: 'state',
            header: t('postTraining.state'),
            cell: (row) => (
              <Badge tone={row.isRevoked ? 'bad' : 'good'}>{t(`postTraining.states.${row.isRevoked ? 'revoked' : 'standing'}`)}</Badge>
            ),
          },
        ]}
      />
      <Pagination page={page} pageSize={pageSize} total={total} />
    </Section>
  );
};
