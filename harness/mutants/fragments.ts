import type { Mutant } from './mutant.ts';
import { relocated } from './support/relocated.ts';

/** Clients that make an error with fragments. */
export const fragmentMutants: readonly Mutant[] = [
  {
    name: 'reports-fragments',
    title: 'reports the final URL with its fragment, where Fetch defines it without',
    policy: () => ({ reportsFragment: true }),
    witnesses: { fetch: ['fragments/told-by-fetch#final-url', 'fragments/told-by-fetch-from-location#final-url'] },
  },
  {
    name: 'escapes-fragments',
    title: 'takes the fragment of a Location for a part of the path',
    send: relocated((location) => location.replace('#', '%23')),
    witnesses: {
      fetch: ['fragments/location-wins#followed@2'],
      rfc9110: ['fragments/fragment-only#next@start', 'fragments/not-on-the-wire#next@start'],
    },
  },
  {
    name: 'reads-fragments-as-query',
    title: 'takes what follows a question mark in a fragment for the query',
    send: relocated((location) => location.replace(/^([^#?]*)#[^?]*(?=\?)/, '$1')),
    witnesses: {
      fetch: ['fragments/question-mark-on-the-wire#next@start'],
      rfc9110: ['fragments/question-mark-on-the-wire#next@start'],
    },
  },
  {
    name: 'drops-fragments',
    title: 'drops the fragment of its URL on every redirect',
    send: relocated((location) => (location.includes('#') ? location : `${location}#`)),
    witnesses: { rfc9110: ['fragments/inherited#final-url@2'] },
  },
  {
    name: 'prefers-own-fragment',
    title: 'prefers the fragment of its URL to the fragment of a Location',
    send: relocated((location) => location.replace(/#.*/, '')),
    witnesses: { rfc9110: ['fragments/location-wins#final-url@2'] },
  },
];
