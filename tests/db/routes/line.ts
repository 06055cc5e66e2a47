import type { Role } from '~/domain/shared/actor';
import type { Things, World } from './world';

export type Params = Record<string, string>;

export type Who = 'everyone' | 'signed in' | readonly Role[];

/** Who may come in at an address, and what it shows of another district's things. */
export interface Line {
  /** Everybody else is sent to sign in (visitors) or refused (other roles). */
  open: Who;
  /** Where fewer may send its form than read it. */
  write?: Who;
  query?: (world: World) => Params;
  /** Parameters with a thing of the first district, or one that belongs to nobody in particular. */
  params?: (things: Things, world: World) => Params;
  /** Roles to whom the same thing of the other district does not exist. */
  hiddenFrom?: readonly string[];
  /** Roles to whom even the first district's thing does not exist, although they may come in. */
  notFor?: readonly string[] | 'all';
  /** For programs with a client key: a browser is refused whoever uses it. */
  keyed?: true;
  /** The page has an answer of its own for an id that nobody has. */
  answersUnknown?: true;
}

export const OFFICERS = ['district_officer', 'city_officer'] as const;
export const all = (...open: Role[]): Line => ({ open });
export const EVERYONE: Line = { open: 'everyone' };
export const SIGNED_IN: Line = { open: 'signed in' };
export const KEYED: Line = { open: 'everyone', keyed: true };
export const TRAINEE = all('trainee');
export const INSTITUTION = all('institution_admin');
export const PROVIDER = all('provider_staff');
export const COMMISSION = all(...OFFICERS);
export const CITY = all('city_officer');
export const ADMIN = all('system_admin');

export const EVALUATION = all('evaluator');
export const evaluators = (params: Line['params']): Line => ({ ...EVALUATION, params, hiddenFrom: ['evaluator'] });
export const ofSitting = ({ sittingId }: Things): Params => ({ sittingId });
export const providers = (params: Line['params']): Line => ({ ...PROVIDER, params, hiddenFrom: ['provider_staff'] });
export const districts = (params: Line['params']): Line => ({ ...COMMISSION, params, hiddenFrom: ['district_officer'] });
export const IMPORTERS = all('institution_admin', 'provider_staff', 'evaluator', ...OFFICERS);
/** Of the first district's institution: other organisations have imports of their own. */
export const importOf: Line = {
  ...IMPORTERS,
  params: ({ importId }) => ({ importId }),
  hiddenFrom: ['institution_admin'],
  notFor: ['provider_staff', 'evaluator', ...OFFICERS],
};
export const ofClass = ({ classId }: Things): Params => ({ classId });
export const ofCourse = ({ courseId }: Things): Params => ({ courseId });
