import { failsRun } from '../../suites/judging/unexpected.ts';
import type { Results } from '../../suites/vocabulary/result.ts';
import { adapterPath } from '../model/adapter-path.ts';
import { summariseRun } from '../model/run-summary.ts';
import { unexpectedBlocks } from '../model/unexpected-block.ts';
import { worstFirst } from '../model/worst-first.ts';
import { actionLines, whatAndWhy } from './block-text.ts';
import type { TextFormat, RunContext } from './format.ts';
import { markdownReport } from './markdown/report.ts';

/** How many errors of one step GitHub shows. */
const MOST_ANNOTATIONS = 10;

/** An error that GitHub shows at a file, as a workflow command writes it. */
interface Annotation {
  readonly file?: string;
  readonly title: string;
  readonly message: string;
}

/** Escapes the text of a workflow command. */
const escapeText = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** The same for one of its properties. */
const escapeProperty = (text: string): string => escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function commandOf({ file, title, message }: Annotation): string {
  const properties = Object.entries({ ...(file !== undefined && { file, line: '1' }), title });
  return `::error ${properties.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',')}::${escapeText(message)}`;
}

function annotationsOf(results: Results, { pathInRepository }: RunContext): readonly Annotation[] {
  const files = new Map(
    results.columns.map((column) => {
      const path = adapterPath(column);
      return [column.id, path === undefined ? {} : { file: pathInRepository(path) }] as const;
    }),
  );
  const blocks = worstFirst(unexpectedBlocks(results)).filter(failsRun);
  return [
    ...summariseRun(results).faults.map(({ column, fault }) => ({ ...files.get(column), title: column, message: fault })),
    ...blocks.map((block) => ({
      ...files.get(block.column),
      title: `${block.column} ${block.check}`,
      message: [whatAndWhy(block), ...actionLines(block)].join('\n'),
    })),
  ];
}

/** As many annotations as GitHub shows; if there are more, the last one counts the rest. */
function printAnnotations(results: Results, context: RunContext): string {
  const all = annotationsOf(results, context);
  const shown = all.length > MOST_ANNOTATIONS ? all.slice(0, MOST_ANNOTATIONS - 1) : all;
  const left = all.length - shown.length;
  const rest = { title: 'redirect-conformance', message: `and ${left} more unexpected results; see the summary of the job` };
  return [...shown, ...(left > 0 ? [rest] : [])].map((annotation) => `${commandOf(annotation)}\n`).join('');
}

/** A summary of the job, and errors at the files of the adapters. */
export const github: TextFormat = {
  name: 'github',
  description: 'a summary of the job, and at most 10 annotations, for GitHub Actions',
  usedBy: { variable: 'GITHUB_ACTIONS' },
  // GitHub refuses the summary of a step as a whole if it is larger.
  file: { variable: 'GITHUB_STEP_SUMMARY', mostBytes: 1024 * 1024 },
  render: (results, { room }) => markdownReport(results, room),
  print: printAnnotations,
};
