import type { SiteDetails } from './site';

const setting = (name: string): string => process.env[name]?.trim() ?? '';

export const siteDetails: SiteDetails = Object.freeze({
  host: setting('SITE_HOST'),
  organiser: setting('SITE_ORGANISER'),
  phone: setting('SITE_PHONE'),
  siteCode: setting('SITE_CODE'),
  icp: setting('SITE_ICP'),
  police: setting('SITE_POLICE'),
});
