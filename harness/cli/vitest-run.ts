import { join } from 'node:path';
import type { TestProjectInlineConfiguration, ViteUserConfig } from 'vitest/config';
import { ConformanceReporter } from '../../reports/reporter.ts';
import { countsOf, coverage } from '../../suites/coverage/coverage.ts';
import { suites } from '../../suites/index.ts';
import { requirements } from '../../suites/requirements/index.ts';
import { artefacts } from '../build/artefacts.ts';
import type { ColumnRun } from '../run/column-run.ts';
import type { RunPlan } from './plan-run.ts';

/** The one test file that is run once per column. */
const BRIDGE = 'harness/run/conformance.test.ts';

/** A call of a hanging client takes some seconds; that is a finding, not a test that timed out. */
const SCENARIO_LIMIT = 120_000;

/** The same for all exchanges that control a column. */
const CONTROL_LIMIT = 600_000;

const columnProject = (columnRun: ColumnRun): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name: columnRun.column.id,
    include: [BRIDGE],
    provide: { columnRun },
    // Somebody who debugs a client takes their time.
    testTimeout: columnRun.debugging?.inspectedCommand ? 0 : SCENARIO_LIMIT,
    hookTimeout: CONTROL_LIMIT,
  },
});

const ownTestsProject: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'own tests',
    include: ['{suites,harness,reports}/**/*.test.ts'],
    exclude: [BRIDGE],
    testTimeout: SCENARIO_LIMIT,
    hookTimeout: SCENARIO_LIMIT,
  },
};

/** A planned run as a configuration of vitest, and the reporter that collects its results. */
export function configure({ columns, profile, profiles, ownTests, wholeCatalogue, output }: RunPlan): {
  readonly config: ViteUserConfig;
  readonly reporter: ConformanceReporter;
} {
  const reporter = new ConformanceReporter({
    definitions: { suites, profiles, requirements, coverage: countsOf(coverage(suites)) },
    run: {
      tool: { name: 'redirect-conformance', version: '0.1.0' },
      runtime: `node ${process.versions.node}`,
      profile,
      transports: [...new Set(columns.map(({ column }) => column.transport))],
    },
    columns: columns.map(({ column }) => column.id),
    output,
    // Catalogue and schemas belong to a report on the whole catalogue; a run of one scenario should not wait for them.
    files: wholeCatalogue ? artefacts.map(({ file, text }) => ({ name: file, text })) : [],
  });
  const config: ViteUserConfig = {
    root: join(import.meta.dirname, '../..'),
    test: {
      // Node.js strips the types itself. Processes, not threads: a thread with sockets and children was seen spinning at its end.
      experimental: { viteModuleRunner: false },
      pool: 'forks',
      // Every core: columns wait for their clients half of the time.
      maxWorkers: '100%',
      reporters: ownTests ? ['default', reporter] : [reporter],
      projects: [...(ownTests ? [ownTestsProject] : []), ...columns.map(columnProject)],
    },
  };
  return { config, reporter };
}
