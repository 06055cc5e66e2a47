import { type Context, operation } from '../shared/operation.server';
import type { PersonTimeFilter } from './person-time';
import { findExportRows } from './person-times.server';

/** Takes the rows of a figure out of the product: exactly those, with their check value. Each export is on record. */
export const exportPersonTimes = (ctx: Context, filter: PersonTimeFilter) =>
  operation(ctx, 'export.made', async (op) => {
    op.require('person_time.read', filter.district === '*' ? {} : { districtCode: filter.district === 'city' ? null : filter.district });
    const found = await findExportRows(filter);
    await op.record({
      subject: { type: 'figure', id: filter.periodId },
      data: { what: `person_times ${filter.metric} ${found.hash}`, rows: found.ids.length },
    });
    return found;
  });
