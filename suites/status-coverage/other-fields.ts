import { following } from '../rulings/following.ts';
import { must, not, should } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const target: Place = '{home}/target';
const wrongTarget: Place = '{home}/lure';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly answer: Omit<Response, 'status'>;
}

/** Parts of an answer that look like a target and are not. */
const rows: readonly Row[] = [
  { name: 'refresh', title: 'Refresh', answer: { headers: [['Refresh', `0; url=${wrongTarget}`]] } },
  { name: 'link', title: 'Link', answer: { headers: [['Link', `<${wrongTarget}>; rel="canonical"`]] } },
  { name: 'content-location', title: 'Content-Location', answer: { headers: [['Content-Location', wrongTarget]] } },
  {
    name: 'html',
    title: 'an HTML page that names another address',
    answer: { headers: [['Content-Type', 'text/html']], body: `<meta http-equiv="refresh" content="0; url=${wrongTarget}">` },
  },
];

/** A 200 is no redirect. That Content-Location names no target is a definition in RFC 9110. */
const ignored = (name: string): readonly RulingOn<'followed'>[] => [
  must('fetch/redirect-statuses', 'returned 200'),
  name === 'content-location'
    ? must('rfc9110/content-location-is-metadata', not('followed'))
    : should('rfc9110/target-from-location', not('followed')),
];

const withoutLocation = ({ name, title, answer }: Row): Scenario =>
  scenario({
    id: `status-coverage/200-with-${name}`,
    title: `200 with ${title}`,
    routes: { '{home}/start': { status: 200, ...answer }, [wrongTarget]: { status: 200, body: 'caught' } },
    call: { method: 'GET', url: '{home}/start' },
    checks: [{ fact: { kind: 'followed', to: wrongTarget }, rulings: ignored(name) }],
  });

const withLocation = ({ name, title, answer }: Row): Scenario =>
  scenario({
    id: `status-coverage/302-beside-${name}`,
    title: `302 with Location and ${title}`,
    routes: {
      '{home}/start': { status: 302, location: target, ...answer },
      [target]: { status: 200, body: 'arrived' },
      [wrongTarget]: { status: 200, body: 'caught' },
    },
    call: { method: 'GET', url: '{home}/start' },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[302] },
      { fact: { kind: 'requests', at: wrongTarget }, rulings: [should('rfc9110/target-from-location', '0')] },
    ],
  });

/** Fields other than Location, alone and together with Location. */
export const otherFields: readonly Scenario[] = rows.flatMap((row) => [withoutLocation(row), withLocation(row)]);
