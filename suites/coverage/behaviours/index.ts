import { body } from './body.ts';
import { caching } from './caching.ts';
import { chainLimits } from './chain-limits.ts';
import { connectionReuse } from './connection-reuse.ts';
import { cookies } from './cookies.ts';
import { crossHostAuth } from './cross-host-auth.ts';
import { cycles } from './cycles.ts';
import { errorHandling } from './error-handling.ts';
import { fragment } from './fragment.ts';
import { h2 } from './h2.ts';
import { headers } from './headers.ts';
import { historyMetadata } from './history-metadata.ts';
import { locationParsing } from './location-parsing.ts';
import { locationScheme } from './location-scheme.ts';
import { methodMatrix } from './method-matrix.ts';
import { missingLocation } from './missing-location.ts';
import { proxy } from './proxy.ts';
import { redirectMode } from './redirect-mode.ts';
import { referrerOrigin } from './referrer-origin.ts';
import { s3Cloud } from './s3-cloud.ts';
import { streamingBody } from './streaming-body.ts';
import { timeoutsAbort } from './timeouts-abort.ts';
import { tlsSchemeChange } from './tls-scheme-change.ts';
import type { Row } from './row.ts';

/** Redirect behaviours that the tests of other projects check, or that a complete matrix needs, by group. */
const groups = {
  'method-matrix': methodMatrix,
  body,
  'streaming-body': streamingBody,
  headers,
  'cross-host-auth': crossHostAuth,
  cookies,
  'referrer/origin': referrerOrigin,
  'location-parsing': locationParsing,
  'location-scheme': locationScheme,
  fragment,
  'missing-location': missingLocation,
  cycles,
  'chain-limits': chainLimits,
  'redirect-mode': redirectMode,
  'history/metadata': historyMetadata,
  caching,
  'timeouts/abort': timeoutsAbort,
  'tls/scheme-change': tlsSchemeChange,
  'connection-reuse': connectionReuse,
  proxy,
  'error-handling': errorHandling,
  h2,
  's3/cloud': s3Cloud,
};

type Groups = typeof groups;
export type Group = keyof Groups;

/** The id of a row, `m301-get`: what a scenario names in `covers`. */
export type RowId = { [G in Group]: keyof Groups[G] }[Group];

export interface Behaviour extends Row {
  readonly id: RowId;
  readonly group: Group;
}

/** Every known behaviour, group by group. */
export const behaviours = Object.entries(groups).flatMap(([group, rows]) =>
  Object.entries<Row>(rows).map(([id, row]) => ({ id, group, ...row })),
) as readonly Behaviour[];

const ids: ReadonlySet<string> = new Set(behaviours.map(({ id }) => id));

/** Whether there is a row of this id. */
export const isRow = (id: string): id is RowId => ids.has(id);
