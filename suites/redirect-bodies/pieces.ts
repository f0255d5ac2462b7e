import { following } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Answer } from '../vocabulary/answer.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { finalAnswer, finalBodyIsWhole, redirectStart, redirectTarget } from './shared.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly pieces: NonNullable<Answer['pieces']>;
  /** The body of the redirect. */
  readonly body?: string;
  readonly framing?: 'chunked';
}

const rows: readonly Row[] = [
  { name: 'each-byte', title: 'with each byte in a packet of its own', pieces: 'each byte' },
  {
    name: 'each-byte-of-chunks',
    title: 'chunked, with each byte in a packet of its own',
    pieces: 'each byte',
    body: 'moved',
    framing: 'chunked',
  },
  { name: 'in-a-name', title: 'cut inside the name of Location', pieces: ['Locat'] },
  { name: 'before-a-value', title: 'cut between the name of Location and its value', pieces: ['Location:'] },
  { name: 'in-a-value', title: 'cut inside the path in Location', pieces: ['/tar'] },
  { name: 'in-the-status', title: 'cut inside the status code', pieces: ['HTTP/1.1 3'] },
  { name: 'in-a-line-end', title: 'cut between CR and LF after Location', pieces: ['/target\r'] },
  { name: 'in-the-last-line-end', title: 'cut inside the empty line after the fields', pieces: ['\r\n\r'] },
  { name: 'in-the-body', title: 'cut inside its body', pieces: ['\r\n\r\nmo'], body: 'moved' },
];

/** What the caller sees of the redirect is not mixed up either. */
const locationIsGone: Check = {
  fact: { kind: 'response-header', name: 'Location' },
  given: { fact: { kind: 'followed', to: redirectTarget }, oneOf: ['followed'] },
  rulings: [must('common/response-is-one', 'absent')],
};

/** A redirect that arrives in several packets. How TCP cuts a message has no meaning in HTTP. */
export const inPackets: readonly Scenario[] = rows.map(({ name, title, pieces, body, framing }) =>
  scenario({
    id: `redirect-bodies/packets-${name}`,
    title: `302 ${title}`,
    routes: {
      [redirectStart]: {
        status: 302,
        location: redirectTarget,
        pieces,
        ...(body !== undefined && { body }),
        ...(framing && { framing }),
      },
      [redirectTarget]: finalAnswer,
    },
    call: { method: 'GET', url: redirectStart },
    checks: [{ fact: { kind: 'followed', to: redirectTarget }, rulings: following[302] }, finalBodyIsWhole, locationIsGone],
  }),
);
