import type { NotificationKind } from './notification';

export type MessageParams = Record<string, string | number>;

/** To one person, or to everybody on the staff of one organisation. */
export type Recipient = { personId: string; organisationId?: undefined } | { organisationId: string; personId?: undefined };

export interface Message {
  kind: NotificationKind;
  to: Recipient;
  params: MessageParams;
  /** Path inside the product where the reader acts on it. */
  link: string;
}
