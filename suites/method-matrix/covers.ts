import type { RowId } from '../coverage/behaviours/index.ts';
import { methodMatrixRows } from '../coverage/behaviours/method-matrix.ts';
import { hasBody, isRedirect, isUnsafe, type MatrixMethod, type MatrixStatus } from '../rulings/method-calls.ts';
import { isRewritten } from '../rulings/methods.ts';

interface Row {
  readonly row: RowId;
  readonly holds: (status: MatrixStatus, method: MatrixMethod) => boolean;
}

const isKept = (status: MatrixStatus): boolean => status === 307 || status === 308;

/** Rows of the coverage that concern more than one pair of status and method, or do not have its name. */
const rows: readonly Row[] = [
  { row: 'm302-custom-with-body', holds: (status, method) => status === 302 && method === 'PROPFIND' },
  { row: 'm30x-options-historic', holds: (status, method) => (status === 301 || status === 302) && method === 'OPTIONS' },
  { row: 'm300-get-location', holds: (status, method) => status === 300 && method === 'GET' },
  { row: 'm300-post-location', holds: (status, method) => status === 300 && method === 'POST' },
  { row: 'm304-location', holds: (status) => status === 304 },
  { row: 'm305-location', holds: (status) => status === 305 },
  { row: 'm3xx-unknown-location', holds: (status) => status === 399 },
  { row: 'm-follow-off-by-default', holds: (status, method) => isRedirect(status) && method === 'GET' },
  { row: 'm-head-not-followed-by-default', holds: (status, method) => isRedirect(status) && method === 'HEAD' },
  { row: 'm-follow-unsafe-by-default', holds: (status, method) => isRedirect(status) && isUnsafe(method) },
  { row: 'b-301-302-body-dropped', holds: (status, method) => status < 303 && isRewritten(status, method) && hasBody(method) },
  { row: 'b-307-string-replay', holds: (status, method) => isKept(status) && hasBody(method) },
  { row: 'h-content-type-dropped', holds: (status, method) => isRewritten(status, method) && method === 'POST' },
  { row: 'h-request-body-headers-dropped', holds: (status, method) => isRewritten(status, method) && hasBody(method) },
  { row: 'h-content-type-kept-307', holds: (status, method) => isKept(status) && hasBody(method) },
];

const isRowOfMatrix = (name: string): name is keyof typeof methodMatrixRows => Object.hasOwn(methodMatrixRows, name);

/** The rows with the name of the pair, `m301-get`; PROPFIND also covers the rows named `custom`. */
const named = (status: MatrixStatus, method: MatrixMethod): readonly RowId[] =>
  [method.toLowerCase(), ...(method === 'PROPFIND' ? ['custom'] : [])].map((name) => `m${status}-${name}`).filter(isRowOfMatrix);

/** The known behaviours that the scenario of a status and a method covers. */
export const coveredBy = (status: MatrixStatus, method: MatrixMethod): readonly RowId[] => [
  ...named(status, method),
  ...rows.filter(({ holds }) => holds(status, method)).map(({ row }) => row),
];
