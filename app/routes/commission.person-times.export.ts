import { createReadableStreamFromReadable, type LoaderFunctionArgs } from '@remix-run/node';
import { attachmentNamed, EXCEL_TYPE, writeTable } from '~/domain/excel/write-table.server';
import { exportPersonTimes } from '~/domain/goal/export-person-times.server';
import { readPersonTimes } from '~/domain/goal/person-times.server';
import { formatDateTime } from '~/i18n/format';
import { translate } from '~/i18n/translate';
import { now } from '~/platform/clock.server';
import { handleLoader } from '~/web/action.server';
import { contextFor } from '~/web/actor.server';
import { languageOf } from '~/web/locale.server';
import { personTimeColumns } from '~/web/person-time-columns.server';
import { personTimeRequest } from '~/web/person-time-request.server';

/** The rows of a figure as a workbook, with the same total and check value as the page. */
export const loader = ({ request }: LoaderFunctionArgs) =>
  handleLoader(async () => {
    const { actor, filter, period } = await personTimeRequest(request);
    const language = languageOf(request);
    const { ids, total, hash } = await exportPersonTimes(contextFor(actor), filter);
    const metric = translate(language, `goal:metric.${filter.metric}`);
    const title = translate(language, 'goal:rows.exportTitle', { metric });
    const workbook = writeTable({
      sheet: translate(language, 'goal:rows.sheet'),
      title: `${title} ${language === 'en' ? period.nameEn : period.nameZh}`,
      subtitle: [
        translate(language, 'goal:rows.exportAsOf', { at: formatDateTime(now()) }),
        translate(language, 'goal:rows.exportTotal', { personTimes: total.personTimes, persons: total.persons }),
        translate(language, 'goal:rows.exportHash', { hash }),
      ],
      columns: personTimeColumns(language),
      rows: readPersonTimes(ids),
    });
    return new Response(createReadableStreamFromReadable(workbook), {
      headers: {
        'Content-Type': EXCEL_TYPE,
        'Content-Disposition': attachmentNamed(`${title}.xlsx`),
        'Cache-Control': 'no-store',
      },
    });
  });
