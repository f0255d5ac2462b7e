import { type Command, Option } from 'commander';
import { countsOf, coverage } from '../../../suites/coverage/coverage.ts';
import { coverageTables } from '../../../suites/coverage/table.ts';
import { suites as catalogue, suitesWith } from '../../../suites/index.ts';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import type { Suite } from '../../../suites/vocabulary/scenario.ts';
import { counted } from '../../../suites/wording/counted.ts';
import type { Item } from '../../../suites/wording/item.ts';
import { commaList } from '../comma-list.ts';
import { renderOutline, standardPage } from '../explain/outline.ts';
import { baseOption, scenariosOption } from '../options.ts';
import { type OwnFiles, readOwnSuites } from '../own-suites.ts';
import { readProfile } from '../read-profile.ts';
import { selectScenarios } from '../select-scenarios.ts';
import { UsageError } from '../usage-error.ts';
import { userPath } from '../user-path.ts';
import { factOutline, listFacts } from './fact-list.ts';
import { listRequirements, requirementOutline } from './requirement-list.ts';

/** What is listed in place of the scenarios. */
type View = 'coverage' | 'requirements' | 'facts';

interface ListOptions extends OwnFiles, Readonly<Partial<Record<View, true>>> {
  readonly suite?: readonly string[];
  readonly scenario?: readonly string[];
  readonly profile?: string;
  readonly json?: true;
  readonly site?: string;
}

/** A list for programs, and the same for readers. */
interface Listing {
  readonly data: unknown;
  readonly text: () => string;
}

/** The suites with nothing but the scenarios that are selected; a suite without any is left out. */
function selectSuites(suites: readonly Suite[], { suite, scenario }: ListOptions): readonly Suite[] {
  const selection = { ...(suite && { suites: suite }), ...(scenario && { scenarios: scenario }) };
  const selected = new Set(selectScenarios(selection, suites));
  return suites
    .map((each) => ({ ...each, scenarios: each.scenarios.filter((member) => selected.has(member)) }))
    .filter(({ scenarios }) => scenarios.length > 0);
}

function asText(list: readonly Suite[]): string {
  const scenarios = list.flatMap((suite) => suite.scenarios);
  const width = Math.max(...scenarios.map(({ id }) => id.length));
  const blocks = list.map((suite) => [
    `${suite.title} (${suite.id}): ${counted(suite.scenarios.length, 'scenario')}`,
    ...suite.scenarios.map(({ id, title }) => `  ${id.padEnd(width)}  ${title}`),
  ]);
  const total = `${counted(scenarios.length, 'scenario')} in ${counted(list.length, 'suite')}`;
  return [...blocks.map((lines) => lines.join('\n')), total].join('\n\n');
}

function scenarioListing(list: readonly Suite[]): Listing {
  const brief = list.map((suite) => ({ ...suite, scenarios: suite.scenarios.map(({ id, title }) => ({ id, title })) }));
  return { data: brief, text: () => asText(list) };
}

const outlineListing = (data: unknown, outline: () => readonly Item[]): Listing => ({
  data,
  text: () => renderOutline(outline(), standardPage()),
});

const views: Readonly<Record<View, (selected: readonly Suite[], profile: Profile | undefined) => Listing>> = {
  coverage: () => {
    const now = coverage(catalogue);
    return { data: countsOf(now), text: () => coverageTables(now) };
  },
  requirements: (selected, profile) => {
    const scenarios = selected.flatMap((suite) => suite.scenarios);
    const list = listRequirements(scenarios, profile);
    return outlineListing(list, () => requirementOutline(list));
  },
  facts: () => {
    const list = listFacts();
    return outlineListing(list, () => factOutline(list));
  },
};

/** An option that lists something else; only one of them can be given. */
function viewOption(name: View, description: string): Option {
  const others = Object.keys(views).filter((other) => other !== name);
  return new Option(`--${name}`, description).conflicts(others);
}

/** `list`: the catalogue, as text or JSON. */
export function addList(program: Command): void {
  program
    .command('list')
    .description('the catalogue: suites and their scenarios')
    .addOption(scenariosOption())
    .addOption(baseOption())
    .option('--suite <globs>', 'only these suites', commaList)
    .option('--scenario <globs>', 'only these scenarios', commaList)
    .option('--json', 'as JSON')
    .addOption(
      new Option('--site <dir>', 'instead, the catalogue as a static site, without any run').conflicts([
        'json',
        ...Object.keys(views),
      ]),
    )
    .addOption(viewOption('coverage', 'instead, what the catalogue covers of what is known about redirects'))
    .addOption(viewOption('requirements', 'instead, the requirements that the rulings on the scenarios rest on'))
    .addOption(viewOption('facts', 'instead, every kind of fact and what its findings can be'))
    .option('--profile <name>', 'with --requirements: those that decide under this profile, a name or a file')
    .action(async (_, command: Command) => {
      const options = command.optsWithGlobals<ListOptions>();
      if (options.profile !== undefined && !options.requirements)
        throw new UsageError('list takes --profile only with --requirements');
      const view = (Object.keys(views) as View[]).find((name) => options[name]);
      const suites = suitesWith((await readOwnSuites(options)).values());
      const all = suites.flatMap(({ scenarios }) => scenarios);
      const profile = options.profile === undefined ? undefined : readProfile(options.profile, all);
      const selected = selectSuites(suites, options);
      if (options.site !== undefined) {
        const { writeCatalogueSite } = await import('../catalogue-site.ts');
        await writeCatalogueSite(selected, userPath(options.site));
        return;
      }
      const { data, text } = view ? views[view](selected, profile) : scenarioListing(selected);
      console.log(options.json ? JSON.stringify(data, null, 2) : text());
    });
}
