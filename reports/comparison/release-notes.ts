import { counted } from '../../suites/wording/counted.ts';
import { type UserNote, userNotes, type UserTopic, userTopics } from '../model/user-notes.ts';
import type { Comparison } from '../model/comparison.ts';
import { escapeMarkdown, escapeProse } from './inline.ts';
import { comparisonTitle } from './words.ts';

function judgement({ changes: [first] }: UserNote, { profile }: Comparison): string {
  const rule = first && first.expected !== '' ? `: ${escapeMarkdown(first.expected)}` : '';
  if (first?.kind === 'regression') return ` **${escapeMarkdown(profile.title)} does not allow this**${rule}.`;
  return '';
}

const asSentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function noteLine(note: UserNote, comparison: Comparison): string {
  const titles = [...new Set(note.changes.map(({ scenario }) => scenario.title))];
  const [title = ''] = titles.map(escapeMarkdown);
  const where = titles.length === 1 ? `In: ${title}.` : `In ${titles.length} situations, such as: ${title}.`;
  return `- ${escapeProse(asSentence(note.text))} ${where}${judgement(note, comparison)}`;
}

/** What changes for the users of a client, in plain sentences, grouped by what it means for them. */
export function comparisonReleaseNotes(comparison: Comparison): string {
  const notes = Map.groupBy(userNotes(comparison.changes), ({ topic }) => topic);
  const topics = (Object.keys(userTopics) as UserTopic[]).flatMap((topic) => {
    const lines = (notes.get(topic) ?? []).map((note) => noteLine(note, comparison));
    return lines.length === 0 ? [] : ['', `### ${userTopics[topic]}`, '', ...lines];
  });
  const nothing = ['', `Nothing: ${counted(comparison.unchanged, 'check')} found the same as before.`];
  return [
    `## What changes for your users: ${escapeMarkdown(comparisonTitle(comparison))}`,
    ...(topics.length === 0 ? nothing : topics),
  ].join('\n');
}
