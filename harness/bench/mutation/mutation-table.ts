import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Stryker } from '@stryker-mutator/core';
import { markdownTable } from '../../../suites/wording/markdown-table.ts';
import { root } from '../../installation.ts';
import { type Survivor, survivors } from './survivors.ts';

/** One change of the code, and what became of it. */
type Mutation = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/** The changes of one room. */
export interface RoomResult {
  readonly room: string;
  readonly changes: readonly Mutation[];
}

/** Statuses of Stryker. A change that does not even load is no change of what the code means, and does not count. */
const noticed: readonly string[] = ['Killed', 'Timeout'];
const unnoticed: readonly string[] = ['Survived', 'NoCoverage'];

const countOf = ({ changes }: RoomResult, statuses: readonly string[]): number =>
  changes.filter(({ status }) => statuses.includes(status)).length;

/** How many of a hundred changes are noticed by a test. */
export function scoreOf(result: RoomResult): number {
  const killed = countOf(result, noticed);
  return (100 * killed) / (killed + countOf(result, unnoticed));
}

const MOST = 100;

/** Code in one line of a table. */
function inLine(code: string): string {
  const line = code.replaceAll(/\s+/g, ' ').trim();
  return line.length > MOST ? `${line.slice(0, MOST)}…` : line;
}

/** A change without its reason. */
type Change = Omit<Survivor, 'because'>;

/** Where a change is, and what it is. Lines and columns are counted from 1. */
function changeOf({ fileName, location: { start, end }, replacement }: Mutation): Change {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const before = lines.map((line, index) =>
    line.slice(index === 0 ? start.column - 1 : 0, index === lines.length - 1 ? end.column - 1 : undefined),
  );
  const [line = ''] = lines;
  return { file: relative(root, fileName), line: inLine(line), change: `${inLine(before.join(' '))} → ${inLine(replacement)}` };
}

const isSame = (a: Change, b: Change): boolean => a.file === b.file && a.line === b.line && a.change === b.change;

/** The changes that no test has noticed, with the reason, if there is one. */
export function survivorsIn({ changes }: RoomResult): readonly (Change & { readonly because?: string })[] {
  return changes
    .filter(({ status }) => unnoticed.includes(status))
    .map(changeOf)
    .map((each) => ({ ...each, ...survivors.find((known) => isSame(known, each)) }));
}

/** Code for a cell of a table; in Markdown, a backtick in it needs two around it. */
const code = (text: string): string => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``);

/** The results as two tables for the page: the score of each room, and what survived. */
export function mutationTables(results: readonly RoomResult[]): string {
  const scores = results.map((result) => [
    result.room,
    String(countOf(result, [...noticed, ...unnoticed])),
    String(countOf(result, noticed)),
    String(countOf(result, unnoticed)),
    `${scoreOf(result).toFixed(1)} %`,
  ]);
  const rows = results
    .flatMap(survivorsIn)
    .map(({ file, line, change, because = '' }) => [file, code(line), code(change), because]);
  return [
    markdownTable([['room', 'changes', 'noticed', 'survived', 'score'], ...scores]),
    markdownTable([['file', 'line', 'change that survived', 'why'], ...rows]),
  ].join('\n\n');
}
