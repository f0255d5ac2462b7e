import type { KnownRequirementId } from '../requirements/index.ts';
import { may } from '../rulings.ts';
import { scenario, type Spec } from '../scenario.ts';
import { errorClasses } from '../vocabulary/observation.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { RawAnswer, Response, Scenario, Template } from '../vocabulary/scenario.ts';

/** Every error but one: an address that had to be blocked is a request that was tried. */
export const refused: readonly string[] = errorClasses
  .filter((name) => name !== 'blocked-address')
  .map((name) => `error: ${name}`);

/** What a client has to show that went nowhere. */
export const notFollowed: readonly string[] = ['returned 302', ...refused];

/** What a client has to show that went to where nobody listens. */
export const attempted = 'error: blocked-address';

/** Read by the URL Standard, outside the grammar of RFC 3986. */
export const lenient = (requirement: KnownRequirementId, reading: string, strict: string): readonly Ruling[] => [
  may(requirement, [reading, ...refused], strict),
  may('rfc9110/may-recover', [reading, ...notFollowed], strict),
];

/** A 302 whose Location is anything at all. */
export const to = (location: Template): Response => ({ status: 302, headers: [['Location', location]], body: 'moved' });

/** The same in exact bytes: whole lines of the header section. */
export const bytes = (...lines: readonly string[]): RawAnswer => ({
  raw: ['HTTP/1.1 302 Found', 'Content-Length: 0', ...lines, '', ''].join('\r\n'),
});

export interface Redirect extends Pick<Spec, 'id' | 'title' | 'covers' | 'alsoListening'> {
  /** Where the redirect is; its query is there to be carried on by mistake. */
  readonly start?: Place;
  readonly answer: Response | RawAnswer;
  /** Where it leads to, and an answer waits. */
  readonly target?: Place;
  readonly rulings: readonly Ruling[];
}

/** One redirect, and the check where the client went next. */
export const redirect = ({ start = '{home}/start?q', answer, target, rulings, ...rest }: Redirect): Scenario =>
  scenario({
    ...rest,
    routes: { [start]: answer, ...(target && { [target]: { status: 200, body: 'arrived' } }) },
    call: { method: 'GET', url: start },
    checks: [{ fact: { kind: 'next', after: start }, rulings }],
  });
