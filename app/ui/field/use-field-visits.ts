import { useCallback, useEffect, useRef, useState } from 'react';
import { dropPhoto, dropVisit, putVisit, visitsOf } from './field-store';
import { afterEvent, type FieldEvent, type FieldVisit } from './field-visit';
import { newFieldId } from './new-id';
import { type SendEnd, type SignIn, sendVisits } from './send-visits';
import { separated } from './separate-visit';
import { useOnline } from './use-online';

const ROUND_MS = 60_000;

const replaced = (visits: readonly FieldVisit[] | null, visit: FieldVisit): FieldVisit[] => {
  const known = visits ?? [];
  return known.some(({ id }) => id === visit.id) ? known.map((each) => (each.id === visit.id ? visit : each)) : [...known, visit];
};

/** The visits of this sign-in on this phone: read once, written at every touch, sent whenever there is a network. */
export function useFieldVisits({ accountId, organisationId }: SignIn) {
  const [visits, setVisits] = useState<FieldVisit[] | null>(null);
  /** Written by the same account in another role: they wait for that. */
  const [elsewhere, setElsewhere] = useState(0);
  const [broken, setBroken] = useState(false);
  const [sending, setSending] = useState(false);
  const [end, setEnd] = useState<SendEnd>('done');
  const online = useOnline();
  const running = useRef(false);

  const tell = useCallback((visit: FieldVisit) => setVisits((now) => replaced(now, visit)), []);

  const send = useCallback(async () => {
    if (running.current) return;
    running.current = true;
    setSending(true);
    try {
      setEnd(await sendVisits({ accountId, organisationId }, tell));
    } catch {
      setBroken(true);
    } finally {
      running.current = false;
      setSending(false);
    }
  }, [accountId, organisationId, tell]);

  const load = useCallback(async () => {
    try {
      const all = await visitsOf(accountId);
      setVisits(all.filter((visit) => visit.organisationId === organisationId));
      setElsewhere(all.filter((visit) => visit.organisationId !== organisationId && visit.state !== 'sent').length);
    } catch {
      setVisits([]);
      setBroken(true);
    }
  }, [accountId, organisationId]);

  const waiting = (visits ?? []).flatMap(({ id, state }) => (state === 'waiting' || state === 'sending' ? [id] : [])).join();
  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (!online || waiting === '') return;
    void send();
    const timer = setInterval(send, ROUND_MS);
    return () => clearInterval(timer);
  }, [online, waiting, send]);

  const keep = useCallback(
    (visit: FieldVisit) => {
      tell(visit);
      putVisit(visit).catch(() => setBroken(true));
    },
    [tell],
  );
  /** For what takes a while (a photo being made smaller): applied to what the visit is by then. */
  const change = useCallback((id: string, apply: (visit: FieldVisit) => FieldVisit) => {
    setVisits((now) => {
      const before = now?.find((visit) => visit.id === id);
      if (!before) return now;
      const after = apply(before);
      putVisit(after).catch(() => setBroken(true));
      return replaced(now, after);
    });
  }, []);
  const happen = useCallback((visit: FieldVisit, event: FieldEvent) => keep(afterEvent(visit, event)), [keep]);

  const remove = useCallback(async (visit: FieldVisit) => {
    setVisits((now) => (now ?? []).filter(({ id }) => id !== visit.id));
    await dropVisit(visit.id);
    for (const photo of visit.photos) await dropPhoto(photo.id);
  }, []);

  /** The same words as a visit of its own; the one that was refused goes, its photos stay with the new one. */
  const separate = useCallback(async (visit: FieldVisit) => {
    const own = separated(visit, newFieldId);
    await putVisit(own);
    await dropVisit(visit.id);
    setVisits((now) =>
      replaced(
        (now ?? []).filter(({ id }) => id !== visit.id),
        own,
      ),
    );
  }, []);

  /** The platform has the record: what it did not take of the photos is left out, and the rest goes. */
  const finishWithout = useCallback(
    (visit: FieldVisit) => {
      const refused = visit.photos.filter(({ refusal }) => refusal !== null).map(({ id }) => id);
      const rest = refused.reduce((left, photoId) => afterEvent(left, { type: 'photo_dropped', photoId }), visit);
      keep(afterEvent(rest, { type: 'again' }));
      for (const id of refused) void dropPhoto(id);
    },
    [keep],
  );

  return { visits, elsewhere, broken, online, sending, end, send, keep, change, happen, remove, separate, finishWithout };
}

export type FieldVisits = ReturnType<typeof useFieldVisits>;
