import type { Readable } from 'node:stream';
import { formatDateTime } from '~/i18n/format';
import type { Language } from '~/i18n/languages';
import { translate } from '~/i18n/translate';
import { writeTable } from '../excel/write-table.server';
import { type Context, operation } from '../shared/operation.server';
import { Forbidden, NotFound, Refusal } from '../shared/refusals';
import type { ExportList } from './export-list.server';
import { EXPORT_LISTS } from './export-lists.server';
import { EXPORT_NAMES, type ExportName } from './export-name';

/** A sheet has room for 1,048,576 rows, its head included. */
const MOST_ROWS = 1_000_000;

/** @throws NotFound for a name that no list has */
export function exportListNamed(name: string): { name: ExportName; list: ExportList } {
  const known = EXPORT_NAMES.find((each) => each === name);
  if (!known) throw new NotFound();
  return { name: known, list: EXPORT_LISTS[known] };
}

interface Asked {
  name: string;
  /** As in the address of the list's page. */
  search: Record<string, unknown>;
  language: Language;
}

/** Takes a list out of the product, as far as the actor may see it. It is on record before the first row leaves. */
export const makeExport = (ctx: Context, { name, search, language }: Asked): Promise<{ fileName: string; body: Readable }> =>
  operation(ctx, 'export.made', async (op) => {
    const { list } = exportListNamed(name);
    if (!list.mayOpen(op.actor)) throw new Forbidden();
    const actor = op.actor.kind === 'user' ? op.actor : null;
    const { total, rows, columns } = await list.find({ actor, search, now: op.now }, language);
    if (total > MOST_ROWS) throw new Refusal('export_too_long', { params: { count: total, max: MOST_ROWS } });
    await op.record({ subject: { type: 'list', id: name }, data: { what: whatWas(name, search), rows: total } });
    const title = translate(language, list.title);
    const at = formatDateTime(op.now);
    const subtitle = [translate(language, 'common:export.madeAt', { at }), translate(language, 'common:export.rows', { count: total })];
    return {
      fileName: `${title} ${at.slice(0, 10)}.xlsx`,
      body: writeTable({ sheet: sheetNamed(title), title, subtitle, columns, rows }),
    };
  });

/** The log holds codes and ids, never words that somebody searched for: they may be a person's. */
const whatWas = (name: string, search: Record<string, unknown>): string => {
  const codes = Object.entries(search).filter(([key, value]) => key !== 'page' && /^[\w-]{1,40}$/.test(String(value)) && key !== 'q');
  return codes.length === 0 ? name : `${name}?${new URLSearchParams(codes.map(([key, value]) => [key, String(value)]))}`;
};

/** Excel allows 31 characters, and none of these. */
const sheetNamed = (title: string): string => title.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);
