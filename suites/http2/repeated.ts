import type { RowId } from '../coverage/behaviours/index.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { redirectStatuses } from '../vocabulary/status.ts';
import { overHttp2 } from './twin.ts';

interface Row {
  readonly original: string;
  readonly name: string;
  readonly covers: RowId;
}

const matrix: readonly Row[] = redirectStatuses.flatMap((status) =>
  ['get', 'head', 'post', 'put'].map((method): Row => {
    const name = `${status}-${method}`;
    return { original: `method-matrix/${name}`, name, covers: 'h2-all-rules' };
  }),
);

const rules: readonly Row[] = [
  { original: 'missing-location/308-get', name: '308-without-location', covers: 'h2-all-rules' },
  { original: 'cross-host-auth/same-origin-relative-302', name: 'same-origin-relative', covers: 'h2-all-rules' },
  { original: 'cross-host-auth/host-302', name: 'credentials-to-another-host', covers: 'h2-all-rules' },
  { original: 'cycles/two', name: 'cycle', covers: 'h2-all-rules' },
  { original: 'chain-limits/exactly-20', name: 'twenty-redirects', covers: 'h2-all-rules' },
  { original: 'chain-limits/exactly-21', name: 'twenty-one-redirects', covers: 'h2-all-rules' },
  { original: 'redirect-modes/manual-302', name: 'manual', covers: 'h2-all-rules' },
];

const streamUploads: readonly Row[] = redirectStatuses.map((status) => ({
  original: `request-bodies/${status}-post-stream`,
  name: `${status}-post-stream`,
  covers: 'h2-stream-upload',
}));

const rows: readonly Row[] = [...matrix, ...rules, ...streamUploads];

/** Scenarios of other suites, repeated over HTTP/2. */
export function repeatedOverHttp2(others: readonly Scenario[]): readonly Scenario[] {
  const originals = new Map(others.map((scenario) => [scenario.id, scenario]));
  return rows.map(({ original, name, covers }) => {
    const scenario = originals.get(original);
    if (!scenario) throw new Error(`There is no scenario ${original}.`);
    return overHttp2(scenario, { name, covers: [covers] });
  });
}
