/** Where the page of an origin is. The browser gets it from the driver: no server is asked for it. */
export const PATH_OF_PAGE = '/.page-of-the-caller';

export const HTML_OF_PAGE =
  '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>The page of the caller</title>';

/** The fields of its answer, with its Content-Security-Policy if it has any. */
export const fieldsOfPage = (policy: string | undefined): { name: string; value: string }[] => [
  { name: 'Content-Type', value: 'text/html' },
  ...(policy === undefined ? [] : [{ name: 'Content-Security-Policy', value: policy }]),
];
