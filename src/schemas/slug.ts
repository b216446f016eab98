// Apart from the other fields, because the browser needs it and not zod.

/** A slug as it stands in file names and addresses: `torino-social-impact`. */
export const SLUG_PATTERN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const SLUG_MAX_CHARACTERS = 80;

/** Whether Windows has a device of this name, and so can have no file of it, whatever its ending. */
export const isDeviceName = (slug: string): boolean => /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/.test(slug);

/** The slug that the path of a file stands for: `content/clusters/act-group.md` → `act-group`. */
export const slugOf = (path: string): string => /([^/]+)\.[a-z]+$/.exec(path)?.[1] ?? '';
