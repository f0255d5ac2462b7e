import { h, type ComponentChildren } from 'preact';
import type { Upstream } from '../../../reproduction/upstream.ts';

/** A text to take along, with a button that copies it. */
const copied = (title: string, text: string): ComponentChildren =>
  h(
    'div',
    { class: 'copied' },
    h('button', { type: 'button', 'data-copy': '', 'aria-label': `Copy ${title}` }, 'Copy'),
    h('pre', { tabIndex: 0, role: 'group', 'aria-label': title }, text),
  );

function scriptPart({ reproduction }: Upstream): ComponentChildren {
  if ('none' in reproduction) return h('p', {}, `There is no stand-alone script: ${reproduction.none}.`);
  const { file, steps, script } = reproduction;
  return h(
    'details',
    {},
    h('summary', {}, 'Stand-alone reproduction: ', h('code', {}, file)),
    h('p', {}, 'It needs nothing but the client and its runtime:'),
    h('pre', {}, steps.join('\n')),
    copied('the script', script),
  );
}

function issuePart({ issue }: Upstream): ComponentChildren {
  if (!issue) return undefined;
  const { title, text, isConfidential } = issue;
  return h(
    'details',
    {},
    h('summary', {}, 'Issue for the maintainers: ', h('span', { class: 'title' }, title)),
    isConfidential &&
      h(
        'p',
        { class: 'confidential' },
        'A secret is leaked. Send this to the security contact of the client, and write no public issue.',
      ),
    copied('the title', title),
    copied('the text', text),
  );
}

/** What the maintainers of the client can be given. */
export const UpstreamPanel = ({ upstream }: { readonly upstream: Upstream }): ComponentChildren =>
  h('section', { class: 'upstream' }, h('h3', {}, 'For the maintainers'), scriptPart(upstream), issuePart(upstream));
