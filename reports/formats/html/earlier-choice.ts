import { h, type ComponentChildren } from 'preact';

/** Asks for the file of an earlier run; a message says what became of the last one. */
export const earlierChoice = (message: string): ComponentChildren =>
  h(
    'p',
    { class: 'earlier' },
    h('label', {}, 'Compare with an earlier run: ', h('input', { type: 'file', accept: '.json,.html' })),
    h('span', { class: 'about' }, ' Choose its results.json or its page, or drop the file anywhere here.'),
    h('output', {}, message),
  );
