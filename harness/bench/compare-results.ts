import { readFileSync } from 'node:fs';
import { judge } from '../../suites/judging/judge.ts';
import { decide } from '../../suites/judging/decide.ts';
import { suites } from '../../suites/index.ts';
import { profiles } from '../../suites/profiles/index.ts';
import { checkId } from '../../suites/vocabulary/check.ts';
import type { CheckResult, Results } from '../../suites/vocabulary/result.ts';
import { markdownTable } from '../../suites/wording/markdown-table.ts';

/**
 * `compare-results.ts before.json after.json` shows every finding and verdict that differs between two runs, and judges
 * the findings of both runs by the rulings of today.
 */
const [, , beforeFile = '', afterFile = ''] = process.argv;

const read = (file: string): Results => JSON.parse(readFileSync(file, 'utf8')) as Results;

type Judged = ReadonlyMap<string, CheckResult>;

/** Every check of a run, by column and check id. */
const checksOf = ({ cells }: Results): Judged =>
  new Map(
    cells.flatMap(({ column, checks }) => Object.entries(checks).map(([id, result]) => [`${column} ${id}`, result] as const)),
  );

const findingText = ({ finding }: CheckResult): string => ('value' in finding ? finding.value : `(${finding.none})`);

const verdictText = ({ verdicts }: CheckResult): string =>
  Object.entries(verdicts)
    .map(([profile, verdict]) => `${profile} ${verdict}`)
    .join(', ');

const rulingsOf = new Map(
  suites.flatMap(({ scenarios }) =>
    scenarios.flatMap(({ id, checks }) => checks.map((check) => [checkId(id, check), check] as const)),
  ),
);

/** How many stored verdicts differ from those that the rulings of today give on the stored finding. */
function rejudged(all: Judged): { readonly verdicts: number; readonly different: number } {
  const compared = [...all].flatMap(([key, { finding, verdicts }]) => {
    const id = key.slice(key.indexOf(' ') + 1);
    const check = rulingsOf.get(id);
    return check ? profiles.map((profile) => judge(finding, decide(id, check, profile).rulings) === verdicts[profile.name]) : [];
  });
  return { verdicts: compared.length, different: compared.filter((isSame) => !isSame).length };
}

function differences(before: Judged, after: Judged, text: (result: CheckResult) => string): readonly (readonly string[])[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [one, other] = [before.get(key), after.get(key)].map((result) => (result ? text(result) : 'no such check'));
    return one === other ? [] : [[key, one ?? '', other ?? '']];
  });
}

const [before, after] = [checksOf(read(beforeFile)), checksOf(read(afterFile))];
for (const [title, text] of [
  ['findings', findingText],
  ['verdicts', verdictText],
] as const) {
  const rows = differences(before, after, text);
  console.log(`${before.size} and ${after.size} checks compared: ${rows.length} ${title} differ`);
  if (rows.length > 0) console.log(markdownTable([['check', 'before', 'after'], ...rows]));
}
for (const [name, all] of [
  ['before', before],
  ['after', after],
] as const) {
  const { verdicts, different } = rejudged(all);
  console.log(`${name}: ${verdicts} verdicts judged again by the rulings of today, ${different} differ`);
}
