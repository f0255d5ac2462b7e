import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { standardChecks } from '../../suites/builders/standard-checks.ts';
import { requirements } from '../../suites/requirements/index.ts';
import { type Check, checkId, type OwnCheck } from '../../suites/vocabulary/check.ts';
import { type OwnSuiteFile, ownSuiteFileSchema } from '../../suites/vocabulary/own-suite.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Requirement } from '../../suites/vocabulary/requirement.ts';
import type { Scenario, Suite } from '../../suites/vocabulary/scenario.ts';
import { importDefault } from './import-default.ts';
import { faultsOfOwnSuite } from './own-suite-faults.ts';
import { parseFile, readJson } from './read-json.ts';
import { isRuleFile, readRules } from './rules/read-rules.ts';
import { citationFaults } from './ruling-faults.ts';
import { UsageError } from './usage-error.ts';
import { currentFolder, userPath } from './user-path.ts';

/** Where scenarios of a user's own are, as options and configuration say it. */
export interface OwnFiles {
  /** Files, or globs. */
  readonly scenarios?: readonly string[] | undefined;
  /** Where the server is whose redirect rules a file has. */
  readonly base?: string | undefined;
}

const checkedSchema = ownSuiteFileSchema.superRefine((file, context) => {
  for (const { path, message } of faultsOfOwnSuite(file)) context.addIssue({ code: 'custom', path: [...path], message });
});

const bundled: Readonly<Record<string, Requirement>> = requirements;

/** What a file leaves out since its requirements say it: whose rulings they are. */
const withAuthorities = ({ rulings = [], ...check }: OwnCheck): Check =>
  ({
    ...check,
    rulings: rulings.map((ruling) => ({ authority: bundled[ruling.requirement]?.authority ?? 'house', ...ruling })),
  }) as Check;

type OwnScenario = OwnSuiteFile['scenarios'][number];

const completed = ({ checks, ...scenario }: OwnScenario): Scenario => ({
  ...scenario,
  checks: checks?.map(withAuthorities) ?? standardChecks(scenario),
});

/** The scenarios that come of the rules of a server; what a reader should know about them goes to stderr. */
function suiteFromRules(file: string, base: string | undefined): OwnSuiteFile {
  const { suite, warnings } = readRules(file, base);
  for (const warning of warnings) console.error(`redirect-conformance: ${warning}`);
  return parseFile(file, checkedSchema, 'list of redirects', () => suite);
}

async function readFile(file: string, base: string | undefined): Promise<OwnSuiteFile> {
  if (isRuleFile(file) || !/\.(json|[cm]?[jt]s)$/.test(file)) return suiteFromRules(file, base);
  if (extname(file) === '.json') return readJson(file, checkedSchema, 'suite of scenarios');
  const suite = await importDefault(file, 'the suite');
  return parseFile(file, checkedSchema, 'suite of scenarios', () => suite);
}

/** The files that paths and globs name. Throws a UsageError for a glob that matches nothing. */
export function ownSuiteFiles(named: readonly string[]): readonly string[] {
  const files = named.flatMap((name) => {
    if (existsSync(userPath(name)) || !isDynamicPattern(name)) return [userPath(name)];
    const found = globSync(name, { cwd: currentFolder(), absolute: true });
    if (found.length === 0) throw new UsageError(`--scenarios=${name}: no such file`);
    return found.toSorted();
  });
  return [...new Set(files)];
}

/** Throws a UsageError if two files have a suite with the same id. */
function refuseSameId(suites: readonly (readonly [file: string, suite: Suite])[]): void {
  for (const [first, second] of Map.groupBy(suites, ([, { id }]) => id).values()) {
    if (!first || !second) continue;
    const [file, { id }] = second;
    throw new UsageError(`${file}: its id ${id} is also that of ${first[0]}; rename one, such as ${id}-2`);
  }
}

/**
 * The suites of a user by file: JSON files, modules, and the redirect rules of a server. Throws a UsageError that names the file, the place in it, and what is
 * allowed there.
 */
export async function readOwnSuites({ scenarios: named = [], base }: OwnFiles): Promise<ReadonlyMap<string, Suite>> {
  const files = ownSuiteFiles(named);
  if (base !== undefined && !files.some(isRuleFile))
    throw new UsageError(`--base=${base}: it is for redirect rules of a server, and --scenarios names none`);
  const suites = await Promise.all(
    files.map(async (file): Promise<readonly [string, Suite]> => {
      const { id, title = id, scenarios } = await readFile(file, base);
      return [file, { id, title, scenarios: scenarios.map(completed) }];
    }),
  );
  refuseSameId(suites);
  return new Map(suites);
}

/** Throws a UsageError if a ruling of a user rests on a requirement that neither the catalogue nor the profile has, or that says less. */
export function refuseUnknownRequirements(suites: ReadonlyMap<string, Suite>, { name, requirements: house }: Profile): void {
  const all = { ...bundled, ...house };
  for (const [file, { scenarios }] of suites)
    for (const { id, checks } of scenarios)
      for (const check of checks) {
        const [fault] = citationFaults(check.rulings, all);
        if (fault) throw new UsageError(`${file}: ${checkId(id, check)}: ${fault.message} (the profile is ${name})`);
      }
}
