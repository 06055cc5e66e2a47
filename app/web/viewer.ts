import type { OrganisationKind, Role } from '~/domain/shared/actor';

/** A role that the signed-in person may act in; `id` is the membership, empty for acting as oneself. */
export interface ViewerRole {
  id: string;
  role: Role;
  organisationName: string | null;
  current: boolean;
}

/** What the shell of every page says about who is looking. */
export type Viewer =
  | { signedIn: false }
  | {
      signedIn: true;
      accountId: string;
      name: string;
      role: Role;
      organisationName: string | null;
      organisationKind: OrganisationKind | null;
      roles: ViewerRole[];
      unread: number;
      idleMinutes: number;
    };
