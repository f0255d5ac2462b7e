/** 0: as expected. 1: an unexpected result. 2: the run cannot be trusted. 2 outranks 1. */
export type ExitCode = 0 | 1 | 2;
