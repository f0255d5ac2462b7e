/** The statuses that Fetch calls redirects, and that every client is expected to follow. */
export const redirectStatuses = [301, 302, 303, 307, 308] as const;

export type RedirectStatus = (typeof redirectStatuses)[number];
