import type { OrganisationKind } from '../shared/actor';
import { Refusal } from '../shared/refusals';
import { mayTeach } from './organisation';

/** @throws Refusal where a category is taught by another kind of provider only */
export function requireTeachable(kind: OrganisationKind, categories: readonly string[]): void {
  if (!categories.every((category) => mayTeach(kind, category))) throw new Refusal('health_staff_by_mch_centre', { field: 'categories[]' });
}
