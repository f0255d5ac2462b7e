import type { Results } from '../../suites/vocabulary/result.ts';
import { counted } from '../../suites/wording/counted.ts';
import { summariseRun } from '../model/run-summary.ts';
import type { TextFormat } from './format.ts';

/** The members of the JSON that the endpoint badge of shields.io reads. */
interface Badge {
  readonly schemaVersion: 1;
  readonly label: string;
  readonly message: string;
  readonly color: string;
  readonly isError?: true;
}

function badgeOf(results: Results): Badge {
  const { run } = results;
  const { failing, known, faults } = summariseRun(results);
  const badge = { schemaVersion: 1, label: `redirects (${run.profile})` } as const;
  if (faults.length > 0) return { ...badge, message: 'harness fault', color: 'lightgrey', isError: true };
  if (run.partial) return { ...badge, message: run.partial, color: 'lightgrey', isError: true };
  if (failing > 0) return { ...badge, message: `${failing} unexpected`, color: 'red' };
  if (known > 0) return { ...badge, message: counted(known, 'known deviation'), color: 'yellow' };
  return { ...badge, message: 'as expected', color: 'brightgreen' };
}

/** The state of the gate as a badge of shields.io. */
export const badge: TextFormat = {
  name: 'badge',
  description: 'the state of the gate, for the endpoint badge of shields.io',
  file: 'badge.json',
  render: (results) => `${JSON.stringify(badgeOf(results))}\n`,
};
