import { isDeepStrictEqual } from 'node:util';
import type { Cell, Column, Results, RunHeader } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { assembleResults, type Definitions } from './results.ts';

/** Results of one machine: a shard, some columns, or both. */
export interface Part {
  /** The file, as the user named it. */
  readonly file: string;
  readonly results: Results;
}

/** The results that a new part must agree with, and what to say if it does not. */
type Fault = string | undefined;

const firstFault = <Item>(list: readonly Item[], faultOf: (item: Item) => Fault): Fault => {
  for (const item of list) {
    const fault = faultOf(item);
    if (fault !== undefined) return fault;
  }
  return undefined;
};

const titleOf = ({ name, version, runtime }: Column): string => `${name} ${version} on ${runtime}`;

const selectionText = ({ suites = [], scenarios = [], answeredBy }: NonNullable<RunHeader['selection']> = {}): string =>
  [
    ...suites.map((glob) => `--suite=${glob}`),
    ...scenarios.map((glob) => `--scenario=${glob}`),
    ...(answeredBy ? [`--servers=${answeredBy}`] : []),
  ].join(' ') || 'the whole catalogue';

/** What must be the same in all parts, in words that fit after "its". */
const sameInAll: readonly (readonly [what: string, of: (results: Results) => string])[] = [
  ['program', ({ run: { tool } }) => `${tool.name} ${tool.version}`],
  ['profile', ({ run }) => run.profile],
  ['nginx', ({ run }) => run.nginx ?? 'none'],
  ['selection', ({ run }) => selectionText(run.selection)],
];

function disagreement({ file, results }: Part, first: Part): Fault {
  const [what, of] = sameInAll.find(([, each]) => each(results) !== each(first.results)) ?? [];
  if (of)
    return `${file}: its ${what} is ${of(results)}, and that of ${first.file} is ${of(first.results)}; merge what belongs together`;
  const { profiles } = results;
  const changed = profiles.find((profile, index) => !isDeepStrictEqual(profile, first.results.profiles[index]));
  return changed || profiles.length !== first.results.profiles.length
    ? `${file}: its profiles have other rules than those of ${first.file}; merge what belongs together`
    : undefined;
}

/** The first scenario that is not in this catalogue, or not as it is in the results. */
function unknownScenario({ results }: Part, catalogue: ReadonlyMap<string, Scenario>): string | undefined {
  const scenarios = results.suites.flatMap((suite) => suite.scenarios);
  return scenarios.find((scenario) => !isDeepStrictEqual(scenario, asStored(catalogue.get(scenario.id))))?.id;
}

/** An object as it is after it was written and read. */
const asStored = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** The same client: everything but the notes, for which a part may have had no occasion. */
const isSameClient = (one: Column, other: Column): boolean => isDeepStrictEqual({ ...one, notes: [] }, { ...other, notes: [] });

function columnFault({ file, results }: Part, earlier: readonly Part[]): Fault {
  return firstFault(earlier, (part) =>
    firstFault(results.columns, (column) => {
      const other = part.results.columns.find(({ id }) => id === column.id);
      if (!other || isSameClient(column, other)) return undefined;
      return titleOf(column) === titleOf(other)
        ? `${file}: its column ${column.id} declares other capabilities than that of ${part.file}; run both with the same adapter`
        : `${file}: its column ${column.id} is ${titleOf(column)}, and that of ${part.file} is ${titleOf(other)}; give one of them another name`;
    }),
  );
}

const keyOf = ({ column, scenario }: Cell): string => `${column} ${scenario}`;

function cellFault({ file, results }: Part, earlier: readonly Part[]): Fault {
  return firstFault(earlier, (part) => {
    const known = new Map(part.results.cells.map((cell) => [keyOf(cell), cell]));
    const differing = results.cells.find((cell) => {
      const other = known.get(keyOf(cell));
      return other && !isDeepStrictEqual(cell, other);
    });
    return (
      differing &&
      `${file}: its result of ${differing.column} in ${differing.scenario} differs from that in ${part.file}; leave out one of the files`
    );
  });
}

/** Why a scenario is not known here, and what to do. */
const otherCatalogue = (scenario: string): string =>
  scenario.startsWith('house')
    ? `${scenario} is not one of the catalogue, or differs; name its file by --scenarios`
    : `another catalogue than that of this program (${scenario} differs); use the program that wrote the results`;

/** Why results cannot be joined, in one line; undefined if they can. */
export function faultOfParts(parts: readonly Part[], { suites }: Pick<Definitions, 'suites'>): string | undefined {
  const catalogue = new Map(suites.flatMap(({ scenarios }) => scenarios.map((scenario) => [scenario.id, scenario])));
  return firstFault(parts, (part) => {
    const [first = part] = parts;
    const earlier = parts.slice(0, parts.indexOf(part));
    const unknown = unknownScenario(part, catalogue);
    return (
      disagreement(part, first) ??
      (unknown === undefined ? undefined : `${part.file}: ${otherCatalogue(unknown)}`) ??
      columnFault(part, earlier) ??
      cellFault(part, earlier)
    );
  });
}

/** Shards of one column that are not parts of one whole, or of which some are missing. */
function shardFault(column: string, parts: readonly Part[]): Fault {
  const shards = parts.flatMap(({ file, results: { run } }) => {
    const [index, count] = (run.selection?.shard ?? '').split('/').map(Number);
    return index !== undefined && count !== undefined ? [{ file, index, count }] : [];
  });
  // A part that is no shard has everything.
  const [first] = shards.length === parts.length ? shards : [];
  if (!first) return undefined;
  const other = shards.find(({ count }) => count !== first.count);
  if (other) {
    const name = ({ file, index, count }: typeof other): string => `${file} is shard ${index}/${count}`;
    return `${column}: ${name(first)} and ${name(other)}; they do not belong together`;
  }
  const missing = Array.from({ length: first.count }, (_, index) => index + 1).filter(
    (index) => !shards.some((shard) => shard.index === index),
  );
  return missing.length > 0
    ? `${column}: shard ${missing.map((index) => `${index}/${first.count}`).join(', ')} is missing; add its results, or run it again`
    : undefined;
}

/** What is missing of a whole, in one line; undefined if nothing is. `scenarios` are those that the whole has. */
export function missingFrom(parts: readonly Part[], scenarios: readonly Scenario['id'][]): string | undefined {
  const columns = new Set(parts.flatMap(({ results }) => results.columns.map(({ id }) => id)));
  return firstFault([...columns], (column) => {
    const having = parts.filter(({ results }) => results.columns.some(({ id }) => id === column));
    const present = new Set(
      having.flatMap(({ results }) => results.cells.flatMap((cell) => (cell.column === column ? cell.scenario : []))),
    );
    const missing = scenarios.filter((id) => !present.has(id));
    return (
      shardFault(column, having) ??
      (missing.length > 0
        ? `${column}: no result of ${missing[0]}${missing.length > 1 ? ` and ${missing.length - 1} more` : ''}; the run was not finished, run it again`
        : undefined)
    );
  });
}

/** One of each column, in the order in which they come, with the notes of all parts. */
function joinColumns(parts: readonly Part[]): readonly Column[] {
  const byId = Map.groupBy(
    parts.flatMap(({ results }) => results.columns),
    ({ id }) => id,
  );
  return [...byId.values()].flatMap((same) => {
    const notes = [...new Set(same.flatMap((column) => column.notes ?? []))];
    return same.slice(0, 1).map((column) => ({ ...column, ...(notes.length > 0 && { notes }) }));
  });
}

/** The header of the whole run: as if one machine had made it, when the first of them started. */
function joinHeaders(first: RunHeader, parts: readonly Part[], columns: readonly Column[]): RunHeader {
  const runs = parts.map(({ results }) => results.run);
  const { selection: { shard: _, ...selection } = {}, ...header } = first;
  return {
    ...header,
    runtime: [...new Set(runs.map(({ runtime }) => runtime))].join(', '),
    transports: [...new Set(columns.map(({ transport }) => transport))],
    ...(Object.keys(selection).length > 0 && { selection }),
    startedAt: runs.map(({ startedAt }) => startedAt).toSorted()[0] ?? first.startedAt,
  };
}

/** Parts that fit together as the results of one run. */
export function joinParts(
  parts: readonly [Part, ...Part[]],
  { suites, requirements }: Pick<Definitions, 'suites' | 'requirements'>,
): Results {
  const [{ results: first }] = parts;
  const columns = joinColumns(parts);
  const cells = new Map(parts.flatMap(({ results }) => results.cells.map((cell) => [keyOf(cell), cell])));
  // Requirements of the user's own are only in the results.
  const own = parts.flatMap(({ results }) => Object.entries(results.requirements).filter(([id]) => !(id in requirements)));
  const definitions: Definitions = {
    suites,
    profiles: first.profiles,
    requirements: { ...requirements, ...Object.fromEntries(own) },
    coverage: first.coverage,
  };
  const unexpected = new Map(
    parts.flatMap(({ results }) => results.unexpected.map((each) => [JSON.stringify(each), each] as const)),
  );
  return assembleResults(joinHeaders(first.run, parts, columns), definitions, {
    columns,
    cells: [...cells.values()],
    unexpected: [...unexpected.values()],
  });
}
