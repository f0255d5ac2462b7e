import { h, type ComponentChildren } from 'preact';

const LONGEST = 140;

/** A text that is not too long for a line or two. */
export const brief = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** Text in which what stands between backticks is code. */
export const withCode = (text: string): ComponentChildren =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? h('code', {}, piece === '' ? '(empty)' : brief(piece)) : piece));
