import { following } from '../following.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Response, Scenario } from '../vocabulary/scenario.ts';

const target: Place = '{home}/target';
const lure: Place = '{home}/lure';

interface Lure {
  readonly name: string;
  readonly title: string;
  readonly answer: Omit<Response, 'status'>;
}

/** What looks like a target, and is none. */
const lures: readonly Lure[] = [
  { name: 'refresh', title: 'Refresh', answer: { headers: [['Refresh', `0; url=${lure}`]] } },
  { name: 'link', title: 'Link', answer: { headers: [['Link', `<${lure}>; rel="canonical"`]] } },
  { name: 'content-location', title: 'Content-Location', answer: { headers: [['Content-Location', lure]] } },
  {
    name: 'html',
    title: 'an HTML page that names another address',
    answer: { headers: [['Content-Type', 'text/html']], body: `<meta http-equiv="refresh" content="0; url=${lure}">` },
  },
];

/** What a 200 makes of it: nothing. Content-Location alone has a definition that says so. */
const ignored = (name: string): readonly Ruling[] => [
  name === 'content-location'
    ? must('rfc9110/content-location-is-metadata', 'returned 200')
    : should('rfc9110/redirect-needs-location', 'returned 200'),
];

const alone = ({ name, title, answer }: Lure): Scenario =>
  scenario({
    id: `status-coverage/200-with-${name}`,
    title: `200 with ${title}`,
    routes: { '{home}/start': { status: 200, ...answer }, [lure]: { status: 200, body: 'caught' } },
    call: { method: 'GET', url: '{home}/start' },
    checks: [{ fact: { kind: 'followed', to: lure }, rulings: ignored(name) }],
  });

const beside = ({ name, title, answer }: Lure): Scenario =>
  scenario({
    id: `status-coverage/302-beside-${name}`,
    title: `302 with Location, and ${title} beside it`,
    routes: {
      '{home}/start': { status: 302, location: target, ...answer },
      [target]: { status: 200, body: 'arrived' },
      [lure]: { status: 200, body: 'caught' },
    },
    call: { method: 'GET', url: '{home}/start' },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[302] },
      { fact: { kind: 'requests', at: lure }, rulings: [should('rfc9110/target-from-location', '0')] },
    ],
  });

export const otherFields: readonly Scenario[] = lures.flatMap((each) => [alone(each), beside(each)]);
