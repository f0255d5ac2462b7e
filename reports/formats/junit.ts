import { failsRun } from '../../suites/judging/unexpected.ts';
import type { Cell, Column, Results } from '../../suites/vocabulary/result.ts';
import type { Suite } from '../../suites/vocabulary/scenario.ts';
import { viewCell } from '../model/cell-view.ts';
import { cellReader, type JudgedCell } from '../model/cells.ts';
import { type UnexpectedBlock, unexpectedBlocks } from '../model/unexpected-block.ts';
import { actionLines, whatAndWhy } from './block-text.ts';
import type { TextFormat } from './format.ts';
import { xmlElement, xmlText } from './xml.ts';

/** What came of a test case. */
type Outcome = 'passed' | 'skipped' | 'error' | 'failure';

interface TestCase {
  readonly outcome: Outcome;
  readonly xml: string;
}

const withText = (name: string, text: string): string => xmlElement(name, {}, [xmlText(text)]);

const failures = (blocks: readonly UnexpectedBlock[]): readonly string[] =>
  blocks.map((block) => {
    const message = `${block.check}: ${whatAndWhy(block)}`;
    return xmlElement('failure', { type: block.kind, message }, [xmlText([message, ...actionLines(block)].join('\n'))]);
  });

/** What does not fail the test case, but should be seen: known deviations, and checks that are new in the catalogue. */
function remarks({ checks }: Cell, blocks: readonly UnexpectedBlock[]): readonly string[] {
  return [
    ...Object.entries(checks).flatMap(([id, { finding, known }]) =>
      known !== undefined && 'value' in finding ? [`known deviation: ${id}: ${finding.value}`] : [],
    ),
    ...blocks.filter(({ kind }) => kind === 'new').map((block) => `new check: ${block.check}: ${whatAndWhy(block)}`),
  ];
}

function partsOf(
  { cell, checks }: JudgedCell,
  blocks: readonly UnexpectedBlock[],
  profile: string,
): Omit<TestCase, 'xml'> & {
  readonly parts: readonly string[];
} {
  const { fault } = cell;
  if (fault !== undefined) {
    return { outcome: 'error', parts: [xmlElement('error', { type: 'harness fault', message: fault }, [xmlText(fault)])] };
  }
  const failed = failures(blocks.filter(failsRun));
  const said = remarks(cell, blocks);
  const output = said.length > 0 ? [withText('system-out', said.join('\n'))] : [];
  if (failed.length > 0) return { outcome: 'failure', parts: [...failed, ...output] };
  const view = viewCell(checks, profile);
  if (view.verdict === 'n/a') return { outcome: 'skipped', parts: [withText('skipped', view.text), ...output] };
  return { outcome: 'passed', parts: output };
}

/** A test case for each scenario that ran. GitLab and Jenkins know a test case by class name and name together. */
function scenarioCases(
  { id }: Column,
  suites: readonly Suite[],
  results: Results,
  blocks: readonly UnexpectedBlock[],
): readonly TestCase[] {
  const read = cellReader(results);
  const byScenario = Map.groupBy(blocks, ({ check }) => check.split('#')[0] ?? '');
  return suites.flatMap((suite) =>
    suite.scenarios.flatMap((scenario): readonly TestCase[] => {
      const judged = read(id, scenario.id);
      if (!judged) return [];
      const { outcome, parts } = partsOf(judged, byScenario.get(scenario.id) ?? [], results.run.profile);
      return [{ outcome, xml: xmlElement('testcase', { classname: `${id}.${suite.id}`, name: scenario.id }, parts) }];
    }),
  );
}

/** A test case for each entry of the known deviations that is out of date. */
const staleCases = ({ id }: Column, blocks: readonly UnexpectedBlock[]): readonly TestCase[] =>
  [...Map.groupBy(blocks, ({ check }) => check)].map(([name, group]) => ({
    outcome: 'failure',
    xml: xmlElement('testcase', { classname: `${id}.known deviations`, name }, failures(group)),
  }));

function suiteOf(column: Column, results: Results, own: readonly UnexpectedBlock[]): string {
  const { partial, startedAt, profile } = results.run;
  const isStale = ({ kind }: UnexpectedBlock): boolean => kind === 'stale';
  const cases = [
    ...scenarioCases(
      column,
      results.suites,
      results,
      own.filter((block) => !isStale(block)),
    ),
    ...staleCases(column, own.filter(isStale)),
  ];
  const count = (outcome: Outcome): number => cases.filter((each) => each.outcome === outcome).length;
  const properties = Object.entries({ profile, version: column.version, ...(partial && { partial }) });
  const attributes = {
    name: column.id,
    tests: cases.length,
    failures: count('failure'),
    errors: count('error'),
    skipped: count('skipped'),
    timestamp: startedAt.replace(/\.\d+Z$/, 'Z'),
  };
  return xmlElement('testsuite', attributes, [
    xmlElement(
      'properties',
      {},
      properties.map(([name, value]) => xmlElement('property', { name, value })),
    ),
    ...cases.map(({ xml }) => xml),
  ]);
}

function renderJunit(results: Results): string {
  const byColumn = Map.groupBy(unexpectedBlocks(results), ({ column }) => column);
  const suites = results.columns.map((column) => suiteOf(column, results, byColumn.get(column.id) ?? []));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement('testsuites', { name: 'redirect-conformance' }, suites)}\n`;
}

/**
 * Test cases as CI servers read them. There is one for each scenario and client: one for each check would exceed the 30 MB
 * that GitLab takes. The elements are those of junit-4.xsd, in its order.
 */
export const junit: TextFormat = {
  name: 'junit',
  description: 'a test case for each scenario and client, for GitLab, Jenkins and other CI servers',
  usedBy: { variable: 'GITLAB_CI' },
  file: 'junit.xml',
  render: renderJunit,
};
