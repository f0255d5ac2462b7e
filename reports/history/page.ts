import { h, type ComponentChildren } from 'preact';
import { textOfFinding } from '../../suites/vocabulary/finding.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { CheckResult } from '../../suites/vocabulary/result.ts';
import { inline, hashSource, textOfPage } from '../formats/page.ts';
import { symbol, tableOf } from '../formats/site/parts.ts';
import { siteStyle } from '../formats/site/style.ts';
import { type ChangedCheck, changedChecks } from './changed-checks.ts';
import type { ReleaseEntry, ReleaseResults } from './release-history.ts';
import { headOf, noteText, type Span, spansOf } from './text.ts';

/** The table is as wide as it is long. */
const style = `${siteStyle}
body { max-width: none; }
th[scope='row'] { min-width: min(26rem, 48vw); }`;

const section = (span: Span): ComponentChildren => [
  h('h3', {}, headOf(span)),
  h(
    'ul',
    {},
    (span.entries[0]?.notes ?? []).map((note) => h('li', {}, noteText(note))),
  ),
];

/** A result beside that of the release before: its words only where they are others. */
function cell(result: CheckResult | undefined, before: CheckResult | undefined, profile: string): ComponentChildren {
  if (!result) return '';
  const isSame = before !== undefined && textOfFinding(before.finding) === textOfFinding(result.finding);
  return [symbol(result.verdicts[profile] ?? 'error'), isSame ? '' : ` ${textOfFinding(result.finding)}`];
}

const row = ({ id, results }: ChangedCheck, profile: string): readonly ComponentChildren[] => [
  h('code', {}, id),
  ...results.map((result, index) => cell(result, results[index - 1], profile)),
];

/** In which release of a client what changed, as one page without scripts: the changes in words, and every check that tells releases apart. */
export function historyPage(
  title: string,
  {
    oldestFirst,
    entries,
    profile,
  }: { oldestFirst: readonly ReleaseResults[]; entries: readonly ReleaseEntry[]; profile: Profile },
): string {
  const changed = changedChecks(oldestFirst);
  return textOfPage({
    title: `${title} · Redirect conformance`,
    sources: { 'style-src': hashSource(style) },
    head: inline('style', style),
    body: h(
      'main',
      {},
      h('h1', {}, title),
      h('h2', {}, 'What changed for users, the newest release first'),
      spansOf(entries).map(section),
      h('h2', {}, `Checks that tell releases apart: ${changed.length}`),
      h('p', { class: 'quiet' }, 'The oldest release first. A finding is written where it is not that of the release before.'),
      changed.length > 0 &&
        tableOf(
          ['Check', ...oldestFirst.map(({ version }) => version)],
          changed.map((each) => row(each, profile.name)),
        ),
    ),
  });
}
