import { following } from '../following.ts';
import type { RowId } from '../coverage/behaviours/index.ts';
import { may, must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { HeaderFields, Routes, Scenario } from '../vocabulary/scenario.ts';

const fields: HeaderFields = [
  ['X-Tenant-Token', 'opensesame'],
  ['X-Trace', 'kept'],
];

interface Row {
  readonly name: string;
  readonly title: string;
  readonly to: readonly [Place, ...Place[]];
  readonly expected: 'absent' | 'opensesame';
  /** Where options of this kind differ. */
  readonly disputed?: string;
  readonly covers: readonly RowId[];
}

const across: readonly RowId[] = ['h-strip-configured-cross-origin'];

const hostAlone =
  'The option of some clients means the host alone, whatever scheme and port, and gives the field back when the chain returns to it.';

const rows: readonly Row[] = [
  { name: 'same-origin', title: 'within the origin', to: ['{home}/target'], expected: 'opensesame', covers: across },
  { name: 'other-host', title: 'to another host', to: ['{other}/target'], expected: 'absent', covers: across },
  {
    name: 'other-port',
    title: 'to another port',
    to: ['{home-8080}/target'],
    expected: 'absent',
    disputed: hostAlone,
    covers: across,
  },
  {
    name: 'scheme-up',
    title: 'from http to https',
    to: ['{home-tls}/target'],
    expected: 'absent',
    disputed: hostAlone,
    covers: across,
  },
  {
    name: 'there-and-back',
    title: 'to another host and back',
    to: ['{other}/middle', '{home}/target'],
    expected: 'absent',
    disputed: hostAlone,
    covers: across,
  },
];

/** Within its origin a field that nobody calls sensitive stays; elsewhere whoever removes more is the safer client, and not at fault. */
const notSensitive = (name: string): Ruling =>
  name === 'same-origin'
    ? must('fetch/other-headers-kept', 'kept')
    : may('fetch/other-headers-kept', ['kept', 'absent'], 'The list of removed fields is closed in Fetch, open in RFC 9110.');

/** A field of its own name is a credential to its owner alone; the caller tells the client. */
export const sensitiveFields: readonly Scenario[] = rows.map(
  ({ name, title, to: [first, ...more], expected, disputed, covers }) => {
    const last = more.at(-1) ?? first;
    const routes: Routes = {
      '{home}/start': { status: 302, location: first },
      ...(last !== first && { [first]: { status: 302, location: last } }),
      [last]: { status: 200, body: 'arrived' },
    };
    return scenario({
      id: `options/sensitive-field-${name}`,
      title: `A field that the caller calls sensitive, on a 302 ${title}`,
      covers,
      routes,
      call: { method: 'GET', url: '{home}/start', headers: fields, sensitiveHeaders: ['x-tenant-token'] },
      checks: [
        { fact: { kind: 'followed', to: last }, rulings: following[302] },
        {
          fact: { kind: 'field', name: 'X-Tenant-Token', at: last },
          rulings: [must('common/options-are-obeyed', expected, disputed)],
        },
        { fact: { kind: 'field', name: 'X-Trace', at: last }, rulings: [notSensitive(name)] },
      ],
    });
  },
);
