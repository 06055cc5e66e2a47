import { addDays, beijingDate, beijingInstant, HOUR } from '../shared/period';

/** Nobody loses a seat by sleeping: only the hours between these count. */
const DAY_OPENS = '08:00';
const DAY_CLOSES = '21:00';
const OFFER_HOURS = 24;
const BEFORE_START_HOURS = 2;

/** The instant at which a number of waking hours (08:00–21:00 Beijing) after an instant has passed. */
export const addWakingHours = (from: Date, hours: number): Date => {
  let left = hours * HOUR;
  for (let date = beijingDate(from); ; date = addDays(date, 1)) {
    const start = Math.max(from.getTime(), beijingInstant(date, DAY_OPENS).getTime());
    const end = beijingInstant(date, DAY_CLOSES).getTime();
    if (end - start >= left) return new Date(start + left);
    left -= Math.max(0, end - start);
  }
};

/** Until when an offered seat is held: 24 waking hours, but two hours before the class begins at the latest. */
export const offerDeadline = (offeredAt: Date, classStartsAt: Date): Date => {
  const latest = classStartsAt.getTime() - BEFORE_START_HOURS * HOUR;
  return new Date(Math.min(addWakingHours(offeredAt, OFFER_HOURS).getTime(), latest));
};

/** Closer than two hours to the start an offer would lapse as it is made. */
export const mayStillOffer = (now: Date, classStartsAt: Date): boolean => offerDeadline(now, classStartsAt) > now;
