import { chainLimits } from '../chain-limits/index.ts';
import type { RowId } from '../coverage/behaviours/index.ts';
import { crossHostAuth } from '../cross-host-auth/index.ts';
import { cycles } from '../cycles/index.ts';
import { methodMatrix } from '../method-matrix/index.ts';
import { missingLocation } from '../missing-location/index.ts';
import { redirectModes } from '../redirect-modes/index.ts';
import { requestBodies } from '../request-bodies/index.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { overHttp2 } from './twin.ts';
import { redirectStatuses } from '../vocabulary/status.ts';

const originals: ReadonlyMap<string, Scenario> = new Map(
  [methodMatrix, crossHostAuth, cycles, chainLimits, missingLocation, redirectModes, requestBodies]
    .flatMap(({ scenarios }) => scenarios)
    .map((scenario) => [scenario.id, scenario]),
);

interface Row {
  readonly original: string;
  readonly name: string;
  readonly covers: RowId;
}

const allRules = 'h2-all-rules';

const matrix: readonly Row[] = redirectStatuses.flatMap((status) =>
  ['get', 'head', 'post', 'put'].map((method): Row => {
    const name = `${status}-${method}`;
    return { original: `method-matrix/${name}`, name, covers: allRules };
  }),
);

const rules: readonly Row[] = [
  { original: 'missing-location/308-get', name: '308-without-location', covers: allRules },
  { original: 'cross-host-auth/same-origin-relative-302', name: 'same-origin-relative', covers: allRules },
  { original: 'cross-host-auth/host-302', name: 'credentials-to-another-host', covers: allRules },
  { original: 'cycles/two', name: 'cycle', covers: allRules },
  { original: 'chain-limits/exactly-20', name: 'twenty-redirects', covers: allRules },
  { original: 'chain-limits/exactly-21', name: 'twenty-one-redirects', covers: allRules },
  { original: 'redirect-modes/manual-302', name: 'manual', covers: allRules },
];

const streams: readonly Row[] = redirectStatuses.map((status) => ({
  original: `request-bodies/${status}-post-stream`,
  name: `${status}-post-stream`,
  covers: 'h2-stream-upload',
}));

function twin({ original, name, covers }: Row): Scenario {
  const scenario = originals.get(original);
  if (!scenario) throw new Error(`there is no scenario ${original}`);
  return overHttp2(scenario, { name, covers: [covers] });
}

/** What holds over HTTP/1.1 holds over HTTP/2. */
export const again: readonly Scenario[] = [...matrix, ...rules, ...streams].map((row) => twin(row));
