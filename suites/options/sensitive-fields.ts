import { following } from '../rulings/following.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const trace: HeaderFields[number] = ['X-Trace', 'kept'];

interface Row {
  readonly name: string;
  readonly title: string;
  readonly to: readonly [Place, ...Place[]];
  readonly expected: 'absent' | 'opensesame';
  /** How the caller writes the field, if not as in the option. */
  readonly written?: { readonly field: string; readonly option: string };
  /** How such options of some clients differ. */
  readonly disputed?: string;
}

const hostAlone =
  'The option of some clients compares the host only, not scheme and port, and sends the field again when the chain returns to it.';

const rows: readonly Row[] = [
  { name: 'same-origin', title: 'within the origin', to: ['{home}/target'], expected: 'opensesame' },
  { name: 'other-host', title: 'to another host', to: ['{other}/target'], expected: 'absent' },
  {
    name: 'other-port',
    title: 'to another port',
    to: ['{home-8080}/target'],
    expected: 'absent',
    disputed: hostAlone,
  },
  {
    name: 'scheme-up',
    title: 'from http to https',
    to: ['{home-tls}/target'],
    expected: 'absent',
    disputed: hostAlone,
  },
  {
    name: 'odd-case',
    title: 'to another host, with other letter case in the option than in the field',
    to: ['{other}/target'],
    expected: 'absent',
    written: { field: 'x-tenant-TOKEN', option: 'X-TENANT-Token' },
  },
  {
    name: 'odd-case-same-origin',
    title: 'within the origin, with other letter case in the option than in the field',
    to: ['{home}/target'],
    expected: 'opensesame',
    written: { field: 'X-TENANT-Token', option: 'x-tenant-TOKEN' },
  },
  {
    name: 'there-and-back',
    title: 'to another host and back',
    to: ['{other}/middle', '{home}/target'],
    expected: 'absent',
    disputed: hostAlone,
  },
];

/** Within the origin a field that is not sensitive is kept. At another origin a client may remove more fields than it must. */
const notSensitive = (name: string): RulingOn<'field'> =>
  name.endsWith('same-origin')
    ? must('fetch/other-headers-kept', 'kept')
    : may('fetch/other-headers-kept', ['kept', 'absent'], 'The list of removed fields is closed in Fetch and open in RFC 9110.');

const toScenario = ({ name, title, to: [first, ...more], expected, written, disputed }: Row): Scenario => {
  const last = more.at(-1) ?? first;
  const routes: Routes = {
    '{home}/start': { status: 302, location: first },
    ...(last !== first && { [first]: { status: 302, location: last } }),
    [last]: { status: 200, body: 'arrived' },
  };
  return scenario({
    id: `options/sensitive-field-${name}`,
    title: `A field that the caller marks as sensitive, on a 302 ${title}`,
    covers: ['h-strip-configured-cross-origin'],
    routes,
    call: {
      method: 'GET',
      url: '{home}/start',
      headers: [[written?.field ?? 'X-Tenant-Token', 'opensesame'], trace],
      sensitiveHeaders: [written?.option ?? 'x-tenant-token'],
    },
    checks: [
      { fact: { kind: 'followed', to: last }, rulings: following[302] },
      {
        fact: { kind: 'field', name: 'X-Tenant-Token', at: last },
        rulings: [must('common/options-are-obeyed', expected, disputed)],
      },
      { fact: { kind: 'field', name: 'X-Trace', at: last }, rulings: [notSensitive(name)] },
    ],
  });
};

/** Fields with credentials that only the caller knows; the caller names them to the client. */
export const sensitiveFields: readonly Scenario[] = rows.map(toScenario);
