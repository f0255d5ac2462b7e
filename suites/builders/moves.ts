import type { Place } from '../vocabulary/origin.ts';

/** A redirect that leaves its origin, in one respect. */
export interface Move {
  readonly name: string;
  readonly title: string;
  readonly from: Place;
  readonly to: Place;
}

/** The moves between these two paths, one for each respect in which origins differ. */
export const movesBetween = (start: `/${string}`, target: `/${string}`): readonly Move[] => [
  { name: 'host', title: 'to another host', from: `{home}${start}`, to: `{other}${target}` },
  { name: 'port', title: 'to another port', from: `{home}${start}`, to: `{home-8080}${target}` },
  { name: 'subdomain', title: 'to a subdomain', from: `{home}${start}`, to: `{sub}${target}` },
  { name: 'scheme-up', title: 'from http to https', from: `{home}${start}`, to: `{home-tls}${target}` },
  { name: 'scheme-down', title: 'from https to http', from: `{home-tls}${start}`, to: `{home}${target}` },
];
