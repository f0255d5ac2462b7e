/** Whether a library below every program maps names and ports, and refuses all others: then a client needs no option for that. */
export const isMapped = process.env['LD_PRELOAD'] !== undefined;
