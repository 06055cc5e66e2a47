import { env } from '~/platform/env.server';

/** The address that people type: as set for the site, else that of the request. */
export const originOf = (request: Request): string => env.publicUrl ?? new URL(request.url).origin;
