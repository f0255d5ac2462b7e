import type { Mutant } from './mutant.ts';
import { relocated } from './support/relocated.ts';

/** Clients that make an error with fragments. */
export const fragmentMutants: readonly Mutant[] = [
  {
    name: 'escapes-fragments',
    title: 'takes the fragment of a Location for a part of the path',
    send: relocated((location) => location.replace('#', '%23')),
    witnesses: {},
  },
  {
    name: 'drops-fragments',
    title: 'drops the fragment of its URL on every redirect',
    send: relocated((location) => (location.includes('#') ? location : `${location}#`)),
    witnesses: {},
  },
  {
    name: 'prefers-own-fragment',
    title: 'prefers the fragment of its URL to the fragment of a Location',
    send: relocated((location) => location.replace(/#.*/, '')),
    witnesses: {},
  },
];
