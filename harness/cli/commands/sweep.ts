import { join } from 'node:path';
import { type Command } from 'commander';
import semver from 'semver';
import { releaseHistory, type ReleaseResults } from '../../../reports/history/release-history.ts';
import { historyPage } from '../../../reports/history/page.ts';
import { historyMarkdown, historyText } from '../../../reports/history/text.ts';
import { assembleResults } from '../../../reports/model/results.ts';
import { duration } from '../../../reports/progress.ts';
import { writeWhole } from '../../../reports/write-whole.ts';
import { countsOf, coverage } from '../../../suites/coverage/coverage.ts';
import { suites } from '../../../suites/index.ts';
import { requirements } from '../../../suites/requirements/index.ts';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { catalogueVersion } from '../../build/check-ids.ts';
import { toolCommand, toolVersion } from '../../installation.ts';
import { clientList } from '../client-list.ts';
import { commaList } from '../comma-list.ts';
import type { ExitCode } from '../exit-code.ts';
import { refuseUnwritable } from '../plan-reports.ts';
import { readProfile } from '../read-profile.ts';
import { beginRun } from '../run.ts';
import { selectScenarios } from '../select-scenarios.ts';
import { clientAsked } from '../sweep/client-asked.ts';
import { runReleases } from '../sweep/run-releases.ts';
import { faultOf, type ReleaseColumn, releasesIn } from '../sweep/release.ts';
import { ReleaseFolder } from '../sweep/release-folder.ts';
import { UsageError } from '../usage-error.ts';
import { userPath } from '../user-path.ts';
import { nameOfRelease, releaseIn } from '../versions/release-name.ts';
import { releasesOf } from '../versions/releases.ts';

interface SweepOptions {
  readonly client?: readonly string[];
  readonly versions: string;
  readonly profile?: string;
  readonly suite?: readonly string[];
  readonly scenario?: readonly string[];
  readonly output: string;
}

/** How many releases run at a time: each has a process for its servers and one for the client. */
const AT_A_TIME = 2;

/** The releases in a range, newest first. Throws a UsageError if there are none. */
async function releasesAsked(name: string, range: string, since: string): Promise<readonly string[]> {
  if (semver.validRange(range) === null) throw new UsageError(`--versions=${range}: expected a range, such as '>=1.0.0 <2'`);
  const { versions } = await releasesOf(name, 'sweep');
  const found = versions.filter((version) => semver.satisfies(version, range) && semver.gte(version, since));
  if (found.length > 0) return found.toReversed();
  const newest = versions.at(-1) ?? 'none';
  throw new UsageError(
    `--versions=${range}: ${name} has no release in this range that its adapter can drive; the newest is ${newest}`,
  );
}

const versionIn = (column: string): string => releaseIn(column)?.version ?? column;

/** Releases as the results of one run. */
const resultsOf = (releases: readonly ReleaseColumn[], profile: Profile): Results =>
  assembleResults(
    {
      tool: { name: 'redirect-conformance', version: toolVersion(), command: toolCommand },
      runtime: releases[0]?.column.runtime ?? `node ${process.versions.node}`,
      profile: profile.name,
      transports: ['wire'],
      startedAt: new Date().toISOString(),
      catalogue: catalogueVersion(),
    },
    { suites, profiles: [profile], requirements, coverage: countsOf(coverage(suites)) },
    {
      columns: releases.map(({ column }) => column),
      cells: releases.flatMap(({ cells }) => cells),
      unexpected: [],
    },
  );

/** The same results for each release by itself. */
const byRelease = (results: Results): readonly ReleaseResults[] =>
  releasesIn(results).map((release) => {
    const fault = faultOf(release);
    const { column, cells } = release;
    return {
      version: versionIn(column.id),
      results: { ...results, columns: [column], cells },
      ...(fault !== undefined && { fault }),
    };
  });

/** Says how far a sweep is, on stderr. */
function progressOf(total: number): (done: number) => void {
  const begun = performance.now();
  return (done) => {
    const left = ((performance.now() - begun) / Math.max(1, done)) * (total - done);
    console.error(`${done} of ${total} releases${done < total ? `, about ${duration(left)} left` : ''}`);
  };
}

async function sweep({
  client: names,
  versions: range,
  profile: asked,
  suite,
  scenario,
  output,
}: SweepOptions): Promise<ExitCode> {
  const { client, name } = clientAsked(names, 'sweep');
  const scenarios = selectScenarios({ ...(suite && { suites: suite }), ...(scenario && { scenarios: scenario }) }, suites);
  const profile = readProfile(asked ?? 'fetch');
  const folder = userPath(output);
  refuseUnwritable(folder, []);
  const interruption = beginRun();
  const versions = await releasesAsked(name, range, client.since ?? '0.0.0');
  const file = join(folder, client.id.replaceAll('/', '+'));
  const kept = new ReleaseFolder(file);
  const known = new Map<string, ReleaseColumn>();
  const look = (version: string): void => {
    const release = kept.read(nameOfRelease(client.id, version), scenarios, profile);
    if (release) known.set(version, release);
  };
  versions.forEach(look);
  if (known.size > 0) console.error(`${known.size} of ${versions.length} releases were stored before`);
  const missing = versions.filter((version) => !known.has(version));
  const say = progressOf(missing.length);
  for (let done = 0; done < missing.length; done += AT_A_TIME) {
    const batch = missing.slice(done, done + AT_A_TIME);
    const asColumns = batch.map((version) => nameOfRelease(client.id, version));
    const ran = await runReleases(
      asColumns,
      { profile: profile.name, ...(suite && { suite }), ...(scenario && { scenario }) },
      interruption,
    );
    for (const release of ran) kept.write(release);
    batch.forEach(look);
    say(Math.min(missing.length, done + AT_A_TIME));
  }
  const results = resultsOf(
    versions.toReversed().flatMap((version) => known.get(version) ?? []),
    profile,
  );
  kept.complete(results);
  const oldestFirst = byRelease(results);
  const entries = releaseHistory(oldestFirst, profile);
  const title = `${client.id} ${range}, under ${profile.title}`;
  writeWhole(`${file}.md`, historyMarkdown(title, entries));
  writeWhole(`${file}.html`, historyPage(title, { oldestFirst, entries, profile }));
  console.log(historyText(entries));
  return oldestFirst.every(({ fault }) => fault !== undefined) ? 2 : 0;
}

/** `sweep`: many releases of one client, and in which of them what changed. */
export function addSweep(program: Command): void {
  program
    .command('sweep')
    .description('run many releases of a client, and show in which of them what changed')
    .option('--client <name>', 'a bundled client: axios', clientList)
    .option('--versions <range>', "the releases: '>=1.0.0 <2'", '*')
    .option('--profile <name>', 'the rules that judge: a name or a file')
    .option('--suite <globs>', 'only these suites', commaList)
    .option('--scenario <globs>', 'only these scenarios', commaList)
    .option('--output <dir>', 'folder for what was seen, from which a sweep goes on after Ctrl-C', 'conformance-sweep')
    .action(async (_, command: Command) => {
      process.exitCode = await sweep(command.optsWithGlobals<SweepOptions>());
    });
}
