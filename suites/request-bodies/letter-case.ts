import { following } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { Check } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { uploadTarget } from './shared.ts';

/** The four fields that Fetch removes with a body; RFC 9110 names them too. */
const fields: HeaderFields = [
  ['Content-Type', 'text/plain'],
  ['Content-Encoding', 'identity'],
  ['Content-Language', 'de'],
  ['Content-Location', '/draft'],
];

const cases = [
  { name: 'lower', title: 'lower case', write: (field: string) => field.toLowerCase() },
  { name: 'upper', title: 'upper case', write: (field: string) => field.toUpperCase() },
  { name: 'odd', title: 'odd case', write: (field: string) => field.toLowerCase().replace(/.$/, (last) => last.toUpperCase()) },
] as const;

const rows = [
  { status: 302, keeps: false },
  { status: 303, keeps: false },
  { status: 307, keeps: true },
] as const;

const checkOf =
  (keeps: boolean) =>
  ([name, value]: HeaderFields[number]): Check => ({
    fact: { kind: 'field', name, at: uploadTarget },
    given: { fact: { kind: 'request', at: uploadTarget }, oneOf: [keeps ? 'POST, same body' : 'GET, no body'] },
    rulings: keeps
      ? [must('fetch/other-headers-kept', value), should('rfc9110/request-resent', value)]
      : [must('fetch/body-headers-dropped', 'absent'), should('rfc9110/content-fields-dropped', 'absent')],
  });

/** The fields that describe a body, with names in other letter case. All names are equal (RFC 9110 section 5.1). */
export const contentFieldsByCase: readonly Scenario[] = cases.flatMap(({ name, title, write }) =>
  rows.map(({ status, keeps }) =>
    scenario({
      id: `request-bodies/${status}-post-content-fields-in-${name}-case`,
      title: `POST with fields that describe its body, names in ${title}, answered by ${status}`,
      covers: keeps ? ['h-content-type-kept-307'] : ['h-request-body-headers-dropped', 'h-content-type-dropped'],
      routes: { '{home}/start': { status, location: uploadTarget }, [uploadTarget]: { status: 200, body: 'arrived' } },
      call: {
        method: 'POST',
        url: '{home}/start',
        headers: fields.map(([field, value]) => [write(field), value] as const),
        body: 'hello',
      },
      checks: [{ fact: { kind: 'followed', to: uploadTarget }, rulings: following[status] }, ...fields.map(checkOf(keeps))],
    }),
  ),
);
