import { paths } from '~/web/paths';
import type { PhoneAnswer } from '~/web/phone-answer';
import { dropPhoto, dropVisit, findPhoto, findVisit, putVisit, visitsOf } from './field-store';
import { afterEvent, type FieldEvent, type FieldVisit, forgettable, isDelivered, recordOf } from './field-visit';

/** How a round of sending ended: everything went, or why it stopped. */
export type SendEnd = 'done' | 'signed_out' | 'offline' | 'busy';

type Answer = PhoneAnswer | { state: 'signed_out' } | { state: 'offline' } | { state: 'busy' };

async function post(url: string, fields: Record<string, string | Blob>): Promise<Answer> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  try {
    const answer = await fetch(url, { method: 'POST', body, redirect: 'manual' });
    if (answer.type === 'opaqueredirect') return { state: 'signed_out' };
    if (answer.status >= 500 || answer.status === 429) return { state: 'busy' };
    return (await answer.json()) as PhoneAnswer;
  } catch (error) {
    // An answer that is no JSON came from something between the phone and the platform.
    return { state: error instanceof SyntaxError ? 'busy' : 'offline' };
  }
}

type Tell = (visit: FieldVisit) => void;

/** Applies what happened to the stored visit, so that a phone that goes dark here goes on from here. */
async function happen(id: string, event: FieldEvent, tell: Tell): Promise<FieldVisit> {
  const before = await findVisit(id);
  if (!before) throw new Error('the visit is no longer on this phone');
  const after = afterEvent(before, event);
  await putVisit(after);
  tell(after);
  return after;
}

async function sendRecord(visit: FieldVisit, tell: Tell): Promise<SendEnd> {
  const { accountId, organisationId } = visit;
  const answer = await post(paths.visitSync(), { accountId, organisationId, record: JSON.stringify(recordOf(visit)) });
  if (answer.state === 'kept') await happen(visit.id, { type: 'record_kept' }, tell);
  else if (answer.state === 'refused') await happen(visit.id, { ...answer, type: 'refused' }, tell);
  else await happen(visit.id, { type: 'interrupted' }, tell);
  return answer.state === 'kept' || answer.state === 'refused' ? 'done' : answer.state;
}

async function sendPhotos({ id: visitId, accountId, organisationId, photos }: FieldVisit, tell: Tell): Promise<SendEnd> {
  for (const { id: photoId, findingId, name } of photos.filter(({ sent }) => !sent)) {
    const picture = await findPhoto(photoId);
    if (!picture) {
      await happen(visitId, { type: 'photo_dropped', photoId }, tell);
      continue;
    }
    const file = new File([picture], name, { type: picture.type });
    const answer = await post(paths.guidancePhoto(photoId), { accountId, organisationId, visitId, findingId: findingId ?? '', file });
    if (answer.state === 'kept') await happen(visitId, { type: 'photo_kept', photoId }, tell);
    else if (answer.state === 'refused') await happen(visitId, { type: 'photo_refused', photoId, sentence: answer.sentence }, tell);
    else {
      await happen(visitId, { type: 'interrupted' }, tell);
      return answer.state;
    }
  }
  return 'done';
}

async function sendOne(id: string, tell: Tell): Promise<SendEnd> {
  let visit = await happen(id, { type: 'sending' }, tell);
  if (!visit.acknowledged) {
    const end = await sendRecord(visit, tell);
    visit = (await findVisit(id)) ?? visit;
    if (end !== 'done' || !visit.acknowledged) return end;
  }
  const end = await sendPhotos(visit, tell);
  if (end !== 'done') return end;
  visit = (await findVisit(id)) ?? visit;
  if (!isDelivered(visit)) {
    const sentence = visit.photos.find(({ refusal }) => refusal !== null)?.refusal ?? '';
    await happen(id, { type: 'refused', sentence, separable: false }, tell);
    return 'done';
  }
  const photos = visit.photos.map((photo) => photo.id);
  await happen(id, { type: 'delivered', at: new Date().toISOString() }, tell);
  for (const photo of photos) await dropPhoto(photo);
  return 'done';
}

/** Under which sign-in the page was opened: what was written under another one of the account waits for that. */
export interface SignIn {
  accountId: string;
  organisationId: string;
}

const ownVisits = async ({ accountId, organisationId }: SignIn) =>
  (await visitsOf(accountId)).filter((visit) => visit.organisationId === organisationId);

/** The one that waits longest; read anew each time, for another may have been finished meanwhile. */
async function nextOf(signIn: SignIn, tried: ReadonlySet<string>): Promise<string | null> {
  const waiting = (await ownVisits(signIn)).filter(({ id, state }) => state === 'waiting' && !tried.has(id));
  return waiting.sort((a, b) => (a.finishedAt ?? '').localeCompare(b.finishedAt ?? ''))[0]?.id ?? null;
}

async function sendAll(signIn: SignIn, tell: Tell): Promise<SendEnd> {
  // A phone that went dark while sending does not know whether it arrived: the platform knows it again.
  for (const { id, state } of await ownVisits(signIn)) if (state === 'sending') await happen(id, { type: 'interrupted' }, tell);
  const tried = new Set<string>();
  for (let id = await nextOf(signIn, tried); id !== null; id = await nextOf(signIn, tried)) {
    tried.add(id);
    const end = await sendOne(id, tell);
    if (end !== 'done') return end;
  }
  for (const id of forgettable(await ownVisits(signIn))) await dropVisit(id);
  return 'done';
}

/** Sends what waits, one after another, the record before its photos. Two tabs of one phone do not send at once. */
export async function sendVisits(signIn: SignIn, tell: Tell): Promise<SendEnd> {
  if (!('locks' in navigator)) return sendAll(signIn, tell);
  return await navigator.locks.request('yupei-field-send', () => sendAll(signIn, tell));
}
