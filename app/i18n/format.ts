import type { Language } from './languages';

const BEIJING = 8 * 3_600_000;
/** One class hour 学时 is 45 minutes. */
const HOUR_MINUTES = 45;
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** Shown where a value is absent or cannot be computed. */
export const NOTHING = '—';

type When = string | Date;

const beijing = (at: When): string => {
  if (typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at)) return `${at}T00:00:00`;
  return new Date(new Date(at).getTime() + BEIJING).toISOString();
};

/** `2026-03-01`: a calendar date as it is, an instant as its Beijing day. */
export const formatDate = (at: When): string => beijing(at).slice(0, 10);

/** `09:30` in Beijing. */
export const formatTime = (at: When): string => beijing(at).slice(11, 16);

/** `2026-03-01 09:30` in Beijing. */
export const formatDateTime = (at: When): string => `${formatDate(at)} ${formatTime(at)}`;

export const formatWeekday = (at: When, language: Language): string =>
  WEEKDAYS[language][new Date(`${formatDate(at)}T00:00:00Z`).getUTCDay()] ?? '';

/** `2026-03-01 周日 09:00–11:15`, or both days when it passes midnight. */
export const formatSpan = (from: When, until: When, language: Language): string => {
  const start = `${formatDate(from)} ${formatWeekday(from, language)} ${formatTime(from)}`;
  return formatDate(from) === formatDate(until) ? `${start}–${formatTime(until)}` : `${start} – ${formatDateTime(until)}`;
};

/** `2026-03-01 至 2026-03-09`; one date when both are the same. */
export const formatDays = (from: string, until: string, language: Language): string => {
  if (from === until) return from;
  return language === 'en' ? `${from} to ${until}` : `${from} 至 ${until}`;
};

export const formatNumber = (value: number, language: Language = 'zh-CN'): string => new Intl.NumberFormat(language).format(value);

/** Class hours with at most one decimal, half up. */
const hours = (minutes: number): string => String(Math.floor((minutes * 20 + HOUR_MINUTES) / (2 * HOUR_MINUTES)) / 10);

/** `60 学时（2,700 分钟）`. */
export const formatHours = (minutes: number, language: Language): string =>
  language === 'en'
    ? `${hours(minutes)} class hours (${formatNumber(minutes, language)} min)`
    : `${hours(minutes)} 学时（${formatNumber(minutes, language)} 分钟）`;

/** `60 学时`, where the minutes stand elsewhere. */
export const formatHoursShort = (minutes: number, language: Language): string =>
  language === 'en' ? `${hours(minutes)} class hours` : `${hours(minutes)} 学时`;

/** One decimal, half up, of two whole numbers; a dash when there is nothing to divide by. */
export const formatPercent = (part: number, whole: number): string =>
  whole === 0 ? NOTHING : `${(Math.floor((part * 2000 + whole) / (2 * whole)) / 10).toFixed(1)}%`;

export const formatBytes = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.ceil(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
