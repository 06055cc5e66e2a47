import { useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { ExportName } from '~/domain/report/export-name';
import { paths } from '~/web/paths';
import { ExportLink } from './page-tools';

/** The list of this page as a workbook, under the filters in the address; `of` names the thing that the list belongs to. */
export const ListExport = ({ list, of, children }: { list: ExportName; of?: Record<string, string>; children?: ReactNode }) => {
  const [search] = useSearchParams();
  const query = Object.fromEntries([...search].filter(([name]) => name !== 'page'));
  return <ExportLink to={paths.export(list, { ...query, ...of })}>{children}</ExportLink>;
};
