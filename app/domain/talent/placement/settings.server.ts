import { settingNow } from '../../shared/settings.server';

const KEYS = [
  'placement_staff_percent',
  'placement_post_percent',
  'placement_months',
  'placement_log_days',
  'placement_check_days',
] as const;

/** The numbers about placements that are in force. */
export const listPlacementSettings = () => Promise.all(KEYS.map(async (key) => ({ key, value: await settingNow(key) })));
