import { redirect } from '@remix-run/node';
import type { WordKey, WordParams } from '~/i18n/words';
import { env } from '~/platform/env.server';
import { cookieOf } from './locale.server';
import type { Toast } from './toast';

const COOKIE = 'toast';
const attributes = `Path=/; SameSite=Lax; HttpOnly${env.cookieSecure ? '; Secure' : ''}`;

/** The message left by the answer before this one. It names words and never holds a sentence of its own. */
export const readToast = (request: Request): Toast | null => {
  const value = cookieOf(request, COOKIE);
  if (!value) return null;
  try {
    const [key, params] = JSON.parse(Buffer.from(value, 'base64url').toString('utf8')) as [unknown, unknown];
    if (typeof key !== 'string' || !/^\w+:[\w.]+$/.test(key)) return null;
    const clean = Object.entries(params ?? {}).filter(([, v]) => typeof v === 'string' || typeof v === 'number');
    return { key: key as WordKey, params: Object.fromEntries(clean) as WordParams };
  } catch {
    return null;
  }
};

export const clearToast = `${COOKIE}=; Max-Age=0; ${attributes}`;

export const toastCookie = (key: WordKey, params: WordParams = {}): string =>
  `${COOKIE}=${Buffer.from(JSON.stringify([key, params])).toString('base64url')}; Max-Age=60; ${attributes}`;

/** Go there and say so. */
export const redirectWithToast = (url: string, key: WordKey, params?: WordParams, init: ResponseInit = {}): Response => {
  const headers = new Headers(init.headers);
  headers.append('Set-Cookie', toastCookie(key, params));
  return redirect(url, { ...init, headers });
};
