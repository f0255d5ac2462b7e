import { bodyRows } from './body.ts';
import { cachingRows } from './caching.ts';
import { chainLimitRows } from './chain-limits.ts';
import { connectionReuseRows } from './connection-reuse.ts';
import { cookieRows } from './cookies.ts';
import { crossHostAuthRows } from './cross-host-auth.ts';
import { cycleRows } from './cycles.ts';
import { errorHandlingRows } from './error-handling.ts';
import { fragmentRows } from './fragment.ts';
import { h2Rows } from './h2.ts';
import { headerRows } from './headers.ts';
import { historyMetadataRows } from './history-metadata.ts';
import { locationParsingRows } from './location-parsing.ts';
import { locationSchemeRows } from './location-scheme.ts';
import { methodMatrixRows } from './method-matrix.ts';
import { missingLocationRows } from './missing-location.ts';
import { proxyRows } from './proxy.ts';
import { redirectModeRows } from './redirect-mode.ts';
import { referrerOriginRows } from './referrer-origin.ts';
import { s3CloudRows } from './s3-cloud.ts';
import { streamingBodyRows } from './streaming-body.ts';
import { timeoutAbortRows } from './timeouts-abort.ts';
import { tlsSchemeChangeRows } from './tls-scheme-change.ts';
import type { Row } from './row.ts';

/** Redirect behaviours that are tested in other projects, or needed for a complete matrix, by group. */
const groups = {
  'method-matrix': methodMatrixRows,
  body: bodyRows,
  'streaming-body': streamingBodyRows,
  headers: headerRows,
  'cross-host-auth': crossHostAuthRows,
  cookies: cookieRows,
  'referrer/origin': referrerOriginRows,
  'location-parsing': locationParsingRows,
  'location-scheme': locationSchemeRows,
  fragment: fragmentRows,
  'missing-location': missingLocationRows,
  cycles: cycleRows,
  'chain-limits': chainLimitRows,
  'redirect-mode': redirectModeRows,
  'history/metadata': historyMetadataRows,
  caching: cachingRows,
  'timeouts/abort': timeoutAbortRows,
  'tls/scheme-change': tlsSchemeChangeRows,
  'connection-reuse': connectionReuseRows,
  proxy: proxyRows,
  'error-handling': errorHandlingRows,
  h2: h2Rows,
  's3/cloud': s3CloudRows,
};

type Groups = typeof groups;
export type Group = keyof Groups;

/** The id of a row, `m301-get`: what a scenario names in `covers`. */
export type RowId = { [G in Group]: keyof Groups[G] }[Group];

export interface Behaviour extends Row {
  readonly id: RowId;
  readonly group: Group;
}

/** Every known behaviour, by group. */
export const behaviours = Object.entries(groups).flatMap(([group, rows]) =>
  Object.entries<Row>(rows).map(([id, row]) => ({ id, group, ...row })),
) as readonly Behaviour[];

const ids: ReadonlySet<string> = new Set(behaviours.map(({ id }) => id));

/** Whether there is a row of this id. */
export const isRow = (id: string): id is RowId => ids.has(id);
