import { defineConfig, type TestProjectInlineConfiguration, type ViteUserConfig } from 'vitest/config';
import { planRun } from './harness/plan-run.ts';
import type { ColumnRun, RunPlan } from './harness/run-plan.ts';
import { ConformanceReporter } from './reports/reporter.ts';
import { countsOf, coverage } from './suites/coverage/coverage.ts';
import { suites } from './suites/index.ts';
import { requirements } from './suites/requirements/index.ts';

/** The one test file that is run once per column. */
const BRIDGE = 'harness/conformance.test.ts';

/** A hanging client costs some seconds for each of its calls; that is its finding, not a test that timed out. */
const SCENARIO_LIMIT = 120_000;

const columnProject = (columnRun: ColumnRun): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name: columnRun.column.id,
    include: [BRIDGE],
    provide: { columnRun },
    testTimeout: SCENARIO_LIMIT,
    hookTimeout: SCENARIO_LIMIT,
  },
});

const ownTests: TestProjectInlineConfiguration = {
  extends: true,
  test: { name: 'own tests', include: ['{suites,harness,reports}/**/*.test.ts'], exclude: [BRIDGE], testTimeout: SCENARIO_LIMIT },
};

/** A run as vitest is to do it, and the reporter that will know how it went. */
export function configure({ columns, profile, profiles, ownTests: withOwnTests, output }: RunPlan): {
  readonly config: ViteUserConfig;
  readonly reporter: ConformanceReporter;
} {
  const reporter = new ConformanceReporter({
    house: { suites, profiles, requirements, coverage: countsOf(coverage(suites)) },
    run: {
      tool: { name: 'redirect-conformance', version: '0.1.0' },
      runtime: `node ${process.versions.node}`,
      profile,
      transports: [...new Set(columns.map(({ column }) => column.transport))],
    },
    output,
  });
  const config: ViteUserConfig = {
    root: import.meta.dirname,
    test: {
      // Node.js strips the types itself. Processes, not threads: a thread with sockets and children was seen spinning at its end.
      experimental: { viteModuleRunner: false },
      pool: 'forks',
      // Every core: columns wait for their clients half of the time.
      maxWorkers: '100%',
      reporters: withOwnTests ? ['default', reporter] : [reporter],
      projects: [...(withOwnTests ? [ownTests] : []), ...columns.map(columnProject)],
    },
  };
  return { config, reporter };
}

export default defineConfig(async () => configure(await planRun({})).config);
