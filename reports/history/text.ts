import { counted } from '../../suites/wording/counted.ts';
import { visible } from '../../suites/wording/visible.ts';
import { escapeMarkdown, escapeProse } from '../comparison/inline.ts';
import type { UserNote } from '../model/user-notes.ts';
import type { ReleaseEntry } from './release-history.ts';

const judgement = ({ changes: [first] }: UserNote): string =>
  first?.kind === 'regression' ? ' [worse]' : first?.kind === 'fix' ? ' [better]' : '';

/** A note in one line, with the number of checks behind it and one of them. */
export const noteText = (note: UserNote): string => {
  const [first] = note.changes;
  return `${note.text.replaceAll('`', '')}${judgement(note)} (${counted(note.changes.length, 'check')}, such as ${first?.check ?? ''})`;
};

/** Releases that are the same for their users, as one line: `1.2.0 to 1.2.6`. */
export interface Span {
  readonly entries: readonly ReleaseEntry[];
}

/** Neighbours without a change together, any other entry alone. */
export function spansOf(entries: readonly ReleaseEntry[]): readonly Span[] {
  const spans: ReleaseEntry[][] = [];
  for (const entry of entries) {
    const last = spans.at(-1);
    const isQuiet = (each: ReleaseEntry | undefined): boolean =>
      each !== undefined && each.before !== undefined && each.changed === 0 && each.fault === undefined;
    if (last && isQuiet(last.at(-1)) && isQuiet(entry)) last.push(entry);
    else spans.push([entry]);
  }
  return spans.map((list) => ({ entries: list }));
}

/** What a span is, as a heading. */
export function headOf({ entries }: Span): string {
  const [newest, oldest] = [entries[0], entries.at(-1)];
  if (!newest || !oldest) return '';
  if (newest.fault !== undefined) return `${newest.version}: cannot be run: ${newest.fault}`;
  if (newest.before === undefined) return `${newest.version}: the oldest release of this sweep`;
  if (newest.changed > 0)
    return `${newest.version}: ${counted(newest.changed, 'finding')} ${newest.changed === 1 ? 'differs' : 'differ'} from ${newest.before}`;
  return `${entries.length > 1 ? `${oldest.version} to ${newest.version}` : newest.version}: no change`;
}

/** In which release what changed, for a terminal, the newest first. */
export const historyText = (entries: readonly ReleaseEntry[]): string =>
  spansOf(entries)
    .flatMap((span) => [headOf(span), ...(span.entries[0]?.notes ?? []).map((note) => `    ${noteText(note)}`)])
    .map(visible)
    .join('\n');

/** The same as Markdown. */
export const historyMarkdown = (title: string, entries: readonly ReleaseEntry[]): string =>
  [
    `# ${escapeMarkdown(title)}`,
    ...spansOf(entries).flatMap((span) => [
      '',
      `## ${escapeMarkdown(headOf(span))}`,
      ...((span.entries[0]?.notes ?? []).length > 0 ? [''] : []),
      ...(span.entries[0]?.notes ?? []).map((note) => `- ${escapeProse(noteText(note))}`),
    ]),
    '',
  ].join('\n');
