import type { TestProjectInlineConfiguration, ViteUserConfig } from 'vitest/config';
import { Progress } from '../../reports/progress.ts';
import { ConformanceReporter } from '../../reports/reporter.ts';
import { countsOf, coverage } from '../../suites/coverage/coverage.ts';
import { suites as catalogue } from '../../suites/index.ts';
import { requirements } from '../../suites/requirements/index.ts';
import { catalogueVersion } from '../build/check-ids.ts';
import { modulePath, root, toolCommand, toolVersion } from '../installation.ts';
import type { ColumnRun } from '../run/column-run.ts';
import type { RunPlan } from './plan-run.ts';
import { reportFiles } from './report-files.ts';
import { untestedIn } from './untested.ts';

/** The one test file that is run once per column. */
const BRIDGE = modulePath('harness/run/conformance.test');

/** The project's own tests run whole scenarios too; a loaded machine takes its time. */
const TEST_LIMIT = 300_000;

const columnProject = (columnRun: ColumnRun): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name: columnRun.column.id,
    include: [BRIDGE],
    provide: { columnRun },
  },
});

const ownTestsProject: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: 'own tests',
    include: ['{suites,harness,reports}/**/*.test.ts'],
    exclude: [BRIDGE],
    testTimeout: TEST_LIMIT,
    hookTimeout: TEST_LIMIT,
  },
};

/** A planned run as a configuration of vitest, and the reporter that collects its results. */
export function configure({
  columns,
  suites,
  profile,
  profiles,
  ownTests,
  isQuiet,
  selection,
  wholeCatalogue,
  output,
  reports,
  nginx,
  earlier,
}: RunPlan): {
  readonly config: ViteUserConfig;
  readonly reporter: ConformanceReporter;
} {
  // The reporter of vitest shows the own tests, and with them the columns; --verbose shows each exchange.
  const isShown = ownTests || columns.some(({ debugging }) => debugging?.verbose);
  const progress = (): Progress | undefined => {
    const total = columns.reduce((sum, { scenarios }) => sum + scenarios.length, 0);
    // Standard output has the answer, and nothing else.
    if (isQuiet) return process.stderr.isTTY ? new Progress(total, process.stderr) : undefined;
    const isReported = reports.some(({ format, file }) => format.name === 'terminal' && file === undefined);
    return isReported && !isShown ? new Progress(total) : undefined;
  };
  const shown = progress();
  const covered = coverage(catalogue);
  const reporter = new ConformanceReporter({
    definitions: { suites, profiles, requirements, coverage: countsOf(covered) },
    run: {
      tool: { name: 'redirect-conformance', version: toolVersion(), command: toolCommand },
      runtime: `node ${process.versions.node}`,
      profile,
      catalogue: catalogueVersion(),
      transports: [...new Set(columns.map(({ column }) => column.transport))],
      ...(nginx && { nginx: nginx.version }),
      ...(Object.keys(selection).length > 0 && { selection }),
    },
    columns: columns.map(({ column }) => column.id),
    output,
    reports,
    untested: untestedIn(covered),
    ...(earlier && { earlier }),
    ...(shown && { progress: shown }),
    files: isQuiet ? [] : reportFiles(wholeCatalogue),
    ...(isQuiet && { isQuiet }),
  });
  const config: ViteUserConfig = {
    root,
    test: {
      // Node.js strips the types itself, and no module is mocked. Processes, not threads: a thread with sockets and children was seen spinning at its end.
      experimental: { viteModuleRunner: false, nodeLoader: false },
      pool: 'forks',
      // In MB: with the default, what is short-lived takes 100 MB more, and no less time.
      execArgv: ['--max-semi-space-size=8'],
      // A process that ends slowly on a busy machine is no news; vitest itself gives up after a minute.
      teardownTimeout: 60_000,
      // Every core: columns wait for their clients half of the time.
      maxWorkers: '100%',
      reporters: ownTests ? ['default', reporter] : [reporter],
      projects: [...(ownTests ? [ownTestsProject] : []), ...columns.map(columnProject)],
    },
  };
  return { config, reporter };
}
