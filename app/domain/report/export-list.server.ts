import type { z } from 'zod';
import type { Language } from '~/i18n/languages';
import type { WordKey } from '~/i18n/words';
import type { ExcelColumn } from '../excel/write-table.server';
import { type Actor, ROLES, type Role, type UserActor } from '../shared/actor';
import { type Action, can, hasLine } from '../shared/policy';
import { type Columns, columnsIn } from './export-columns.server';

/** Who may take a list out: the roles of an action, anybody signed in, or everyone. */
type Openness = Action | 'signed in' | 'everyone';

export interface FoundRows<Row> {
  /** As the page says it. */
  total: number;
  rows: Iterable<Row> | AsyncIterable<Row>;
}

interface Definition<Search extends z.ZodType, Row, Who extends Openness> {
  open: Who;
  /** The page's own schema of its address: the file holds what the page shows, without its paging. */
  search: Search;
  title: WordKey;
  find(actor: Who extends 'everyone' ? UserActor | null : UserActor, search: z.output<Search>, now: Date): Promise<FoundRows<Row>>;
  columns(columns: Columns<Row>): ExcelColumn<Row>[];
}

export interface ExportList {
  title: WordKey;
  /** Null = everyone, without signing in too. */
  roles: readonly Role[] | null;
  mayOpen(actor: Actor): boolean;
  find(
    asked: { actor: UserActor | null; search: Record<string, unknown>; now: Date },
    language: Language,
  ): Promise<FoundRows<unknown> & { columns: ExcelColumn<unknown>[] }>;
}

const rolesOf = (open: Openness): readonly Role[] | null => {
  if (open === 'everyone') return null;
  if (open === 'signed in') return ROLES;
  return ROLES.filter((role) => hasLine({ kind: 'user', accountId: '', personId: null, role, organisation: null }, open));
};

/** Whatever a list holds, it is the actor's own: her person, her organisation, her area. */
const mayOpen = (actor: Actor, open: Openness): boolean => {
  if (open === 'everyone') return true;
  if (actor.kind !== 'user') return false;
  if (open === 'signed in') return true;
  const { organisation, personId } = actor;
  return can(actor, open, { organisationId: organisation?.id, districtCode: organisation?.districtCode, personId });
};

/** One list that can be taken out as a workbook. */
export const defineList = <Search extends z.ZodType, Row, Who extends Openness>(list: Definition<Search, Row, Who>): ExportList => ({
  title: list.title,
  roles: rolesOf(list.open),
  mayOpen: (actor) => mayOpen(actor, list.open),
  async find({ actor, search, now }, language) {
    const found = await list.find(actor as UserActor, list.search.parse(search), now);
    return { ...found, columns: list.columns(columnsIn<Row>(language)) as ExcelColumn<unknown>[] };
  },
});
