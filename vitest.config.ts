import { defineConfig } from 'vitest/config';
import { planRun } from './harness/cli/plan-run.ts';
import { configure } from './harness/cli/vitest-run.ts';

/** What a bare `vitest` runs: everything, as `npm test` does. */
export default defineConfig(async () => configure(await planRun({})).config);
