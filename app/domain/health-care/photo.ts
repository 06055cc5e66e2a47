/** Photos of a visit, of one of its findings, or of one answer. */
export const MAX_PHOTOS = 12;
export const PHOTO_ACCEPT = 'image/jpeg,image/png,image/webp';
/** The phone makes a photo smaller than this before it keeps it. */
export const PHOTO_LONGEST_SIDE = 2_000;
/** Photos in one form of a browser without scripts, which sends them as large as they are. */
export const PLAIN_PHOTOS = 2;
