import type { RawAnswer, Response, Routes, Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario, type Spec } from './scenario.ts';

/** A 302 with this value of Location, valid or not. */
export const to = (location: Template): Response => ({ status: 302, headers: [['Location', location]], body: 'moved' });

/** A 302 in exact bytes, with these lines in its header section. */
export const bytes = (...lines: readonly string[]): RawAnswer => ({
  raw: ['HTTP/1.1 302 Found', 'Content-Length: 0', ...lines, '', ''].join('\r\n'),
});

/** Each place redirects to the next one, and the last one answers. */
export const routesAlong = (places: readonly Place[], status: RedirectStatus = 302): Routes =>
  Object.fromEntries(
    places.map((place, index) => {
      const location = places[index + 1];
      return [place, location === undefined ? { status: 200, body: 'arrived' } : { status, location }];
    }),
  );

/** A scenario with one redirect. */
export interface Redirect extends Pick<Spec, 'id' | 'title' | 'covers' | 'alsoListening'> {
  /** The place that redirects. A client must not carry its query over to the target. */
  readonly start?: Place;
  readonly answer: Response | RawAnswer;
  /** The place that the redirect leads to, if it answers with 200. */
  readonly target?: Place;
  readonly rulings: readonly RulingOn<'next'>[];
}

/** One redirect, with one check: where the client went next. */
export const redirect = ({ start = '{home}/start?q', answer, target, rulings, ...rest }: Redirect): Scenario =>
  scenario({
    ...rest,
    routes: { [start]: answer, ...(target && { [target]: { status: 200, body: 'arrived' } }) },
    call: { method: 'GET', url: start },
    checks: [{ fact: { kind: 'next', after: start }, rulings }],
  });
