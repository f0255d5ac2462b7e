import type { RowId } from '../coverage/behaviours/index.ts';
import { handedOver } from '../rulings/manual.ts';
import { must } from '../rulings/ruling.ts';
import type { Call } from '../vocabulary/call.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly status?: RedirectStatus;
  readonly start?: Place;
  readonly call: Partial<Call>;
}

const body = 'name=Zoë';

const rows: readonly Row[] = [
  { name: 'head', title: 'HEAD', call: { method: 'HEAD' } },
  { name: 'put', title: 'PUT', call: { method: 'PUT', body } },
  { name: 'patch', title: 'PATCH', call: { method: 'PATCH', body } },
  { name: 'delete', title: 'DELETE', call: { method: 'DELETE' } },
  { name: 'options', title: 'OPTIONS', call: { method: 'OPTIONS' } },
  ...([301, 302, 303, 308] as const).map((status) => ({
    name: `post-${status}`,
    title: 'POST',
    status,
    call: { method: 'POST', body },
  })),
  { name: 'https', title: 'GET over https', start: '{home-tls}/start', call: {} },
  { name: 'https-post', title: 'POST over https', start: '{home-tls}/start', call: { method: 'POST', body } },
  { name: 'over-http2', title: 'GET over HTTP/2', start: '{h2}/start', call: { http2: true } },
  { name: 'with-auth', title: 'GET with credentials by an option', call: { auth: { username: 'ada', password: 'sesame' } } },
  { name: 'with-query', title: 'GET with a query by an option', call: { query: [['page', '2']] } },
  {
    name: 'with-form',
    title: 'POST of a form',
    call: { method: 'POST', form: { as: 'urlencoded', fields: [['name', 'Zoë']] } },
  },
  { name: 'by-proxy', title: 'GET through a proxy', call: { proxy: { http: { at: 'proxy' }, https: { at: 'proxy' } } } },
];

const modes = [
  { redirect: 'manual', covers: ['rm-follow-false'], rulings: handedOver },
  {
    redirect: 'error',
    covers: ['rm-error-rejects'],
    rulings: () => [must('fetch/error-mode-refuses', 'any error')],
  },
] as const satisfies readonly {
  readonly redirect: Call['redirect'];
  readonly covers: readonly RowId[];
  readonly rulings: object;
}[];

const toScenario = (
  { redirect, covers, rulings }: (typeof modes)[number],
  { name, title, status = 307, start = '{home}/start', call }: Row,
): Scenario => {
  const target: Place = `{${originOf(start)}}/target`;
  return scenario({
    id: `redirect-modes/${redirect}-${name}`,
    title: `${title} answered by ${status}, in ${redirect} mode`,
    routes: { [start]: { status, location: target, body: 'moved' }, [target]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: start, redirect, ...call },
    covers,
    checks: [{ fact: { kind: 'followed', to: target }, rulings: rulings(status) }],
  });
};

/** A mode applies to every method, over http and https, directly and through a proxy. */
export const modesByMethodAndScheme: readonly Scenario[] = modes.flatMap((mode) => rows.map((row) => toScenario(mode, row)));
