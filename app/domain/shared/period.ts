/** Calendar dates are `YYYY-MM-DD` strings in Beijing; instants are `Date`. Beijing is UTC+8 all year. */
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** True for a real day of the calendar written `YYYY-MM-DD`. */
export const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
};

export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const dayNumber = (date: string): number => {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (!isDate(date)) throw new RangeError(`not a calendar date: ${date}`);
  return at / DAY;
};

const fromDayNumber = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** The Beijing day on which an instant falls. */
export const beijingDate = (instant: Date): string => new Date(instant.getTime() + OFFSET).toISOString().slice(0, 10);

/** The Beijing time of day, `HH:MM`. */
export const beijingTime = (instant: Date): string => new Date(instant.getTime() + OFFSET).toISOString().slice(11, 16);

/** Minutes since midnight in Beijing, 0 to 1439. */
export const beijingMinuteOfDay = (instant: Date): number => {
  const wall = new Date(instant.getTime() + OFFSET);
  return wall.getUTCHours() * 60 + wall.getUTCMinutes();
};

/** The instant of a Beijing wall time; `24:00` is midnight at the end of the day. */
export const beijingInstant = (date: string, time: string): Date => {
  if (time !== '24:00' && !isTime(time)) throw new RangeError(`not a time of day: ${time}`);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(dayNumber(date) * DAY - OFFSET + hours * HOUR + minutes * MINUTE);
};

/** 24:00 of the day: the first instant that no longer belongs to it. */
export const endOfDay = (date: string): Date => beijingInstant(date, '24:00');

export const startOfDay = (date: string): Date => beijingInstant(date, '00:00');

export const addDays = (date: string, days: number): string => fromDayNumber(dayNumber(date) + days);

/** Days from one date to another; negative when the second is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The first day of the month `YYYY-MM-01`. */
export const monthOf = (date: string): string => `${date.slice(0, 7)}-01`;

/** The same day of another month, or that month's last day. */
export const addMonths = (date: string, months: number): string => {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${pad(year, 4)}-${pad(month)}-${pad(Math.min(Number(date.slice(8, 10)), last))}`;
};

/** Completed years of life on a day; someone born on 29 February has the birthday on 1 March in other years. */
export const ageOn = (bornOn: string, date: string): number => {
  const years = Number(date.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return date.slice(5) < bornOn.slice(5) ? years - 1 : years;
};

/** Half-open: `endOn` is the first day that is not in it; null has no end. */
export interface Period {
  startOn: string;
  endOn: string | null;
}

export const includes = (period: Period, date: string): boolean => period.startOn <= date && (period.endOn === null || date < period.endOn);

const isEmpty = (period: Period): boolean => period.endOn !== null && period.endOn <= period.startOn;

/** An empty period overlaps nothing. */
export const overlaps = (a: Period, b: Period): boolean =>
  !isEmpty(a) && !isEmpty(b) && (b.endOn === null || a.startOn < b.endOn) && (a.endOn === null || b.startOn < a.endOn);

/** 0 is Sunday. 1970-01-01 was a Thursday. */
export const weekday = (date: string): number => (((dayNumber(date) + 4) % 7) + 7) % 7;

/** Monday to Friday unless listed as a holiday; `extraWorkdays` are the weekends worked instead (调休). */
export const isWorkingDay = (date: string, holidays: readonly string[] = [], extraWorkdays: readonly string[] = []): boolean =>
  extraWorkdays.includes(date) || (weekday(date) % 6 !== 0 && !holidays.includes(date));

/** The nth working day after a date; 0 gives the date itself. */
export const addWorkingDays = (
  date: string,
  days: number,
  holidays: readonly string[] = [],
  extraWorkdays: readonly string[] = [],
): string => {
  let at = date;
  for (let left = days; left > 0; ) {
    at = addDays(at, 1);
    if (isWorkingDay(at, holidays, extraWorkdays)) left -= 1;
  }
  return at;
};

/** `2024-05-01 09:30` in Beijing, the form of government sites. */
export const formatInstant = (instant: Date): string => `${beijingDate(instant)} ${beijingTime(instant)}`;
