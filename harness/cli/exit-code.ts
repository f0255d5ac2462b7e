/** The exit codes of a run that a signal ended: 128 and the number of the signal. */
export const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** 0: as expected; 1: something unexpected; 2: the run cannot be trusted; others: a signal ended it. */
export type ExitCode = 0 | 1 | 2 | (typeof exitCodes)[keyof typeof exitCodes];
