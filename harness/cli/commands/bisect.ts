import type { Command } from 'commander';
import semver from 'semver';
import { allScenarios } from '../../../suites/index.ts';
import { checkId } from '../../../suites/vocabulary/check.ts';
import { nameOfFact } from '../../../suites/vocabulary/fact.ts';
import { clientList } from '../client-list.ts';
import type { ExitCode } from '../exit-code.ts';
import { beginRun } from '../run.ts';
import { bisectReleases, type ProbedRelease } from '../sweep/bisect-releases.ts';
import { clientAsked } from '../sweep/client-asked.ts';
import { runReleases } from '../sweep/run-releases.ts';
import { UsageError } from '../usage-error.ts';
import { nameOfRelease } from '../versions/release-name.ts';
import { newestOf, releasesOf } from '../versions/releases.ts';
import { findScenario } from './find-scenario.ts';

interface BisectOptions {
  readonly client?: readonly string[];
  readonly check: string;
  readonly good: string;
  readonly bad: string;
}

/** The one check that an id names. */
function checkAsked(id: string): { readonly scenario: string; readonly check: string } {
  const { id: scenario, checks } = findScenario(id, allScenarios);
  const [check, ...more] = checks;
  if (check && more.length === 0) return { scenario, check: checkId(scenario, check) };
  throw new UsageError(`--check=${id}: name one check, such as ${scenario}#${nameOfFact((more[0] ?? check)!.fact)}`);
}

async function bisect({ client: names, check: asked, good, bad }: BisectOptions): Promise<ExitCode> {
  const { client, name } = clientAsked(names, 'bisect');
  const { scenario, check } = checkAsked(asked);
  const interruption = beginRun();
  const releases = await releasesOf(name, 'bisect');
  const [from, to] = [newestOf(releases, good, `--good=${good}`), newestOf(releases, bad, `--bad=${bad}`)];
  const probe = async (version: string): Promise<ProbedRelease> => {
    const [release] = await runReleases([nameOfRelease(client.id, version)], { scenario: [scenario] }, interruption);
    const found = release?.cells.find((cell) => cell.scenario === scenario)?.checks[check]?.finding;
    const finding = found && ('value' in found ? found.value : `${found.none} (${found.because})`);
    console.error(`${version}: ${finding ?? 'nothing'}`);
    return { version, finding: finding ?? 'nothing' };
  };
  const ends = [await probe(from), await probe(to)] as const;
  if (ends[0].finding === ends[1].finding) {
    throw new UsageError(`${check}: ${from} and ${to} have the same finding, ${ends[0].finding}; choose releases that differ`);
  }
  const [oldest, newest] = semver.lt(from, to) ? [from, to] : [to, from];
  // A prerelease counts only if it is named.
  const between = releases.versions.filter(
    (version) =>
      version === from ||
      version === to ||
      (semver.prerelease(version) === null && semver.gt(version, oldest) && semver.lt(version, newest)),
  );
  const [before, after] = await bisectReleases(between, ends, probe);
  const [older, newer] = semver.lt(before.version, after.version) ? [before, after] : [after, before];
  console.log(`${check}\n${client.id} ${newer.version}: ${newer.finding}\n${client.id} ${older.version}: ${older.finding}`);
  return 0;
}

/** `bisect`: the release of a client in which a finding changed. */
export function addBisect(program: Command): void {
  program
    .command('bisect')
    .description('find the release of a client in which a finding changed')
    .option('--client <name>', 'a bundled client: axios', clientList)
    .requiredOption('--check <id>', 'the id of a check')
    .requiredOption('--good <version>', 'a release with one finding')
    .requiredOption('--bad <version>', 'a release with another finding')
    .action(async (_, command: Command) => {
      process.exitCode = await bisect(command.optsWithGlobals<BisectOptions>());
    });
}
