import type { RowId } from '../coverage/behaviours/index.ts';
import type { KnownRequirementId } from '../requirements/index.ts';
import { resolved } from '../rulings/locations.ts';
import { redirect, to } from '../builders/redirect.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

/** The base of the examples in RFC 3986 section 5.4. */
const base: Place = '{home}/b/c/d;p?q';

type Row = readonly [name: string, reference: Template, target: Place, requirement: KnownRequirementId];

const merged = 'rfc3986/relative-path-merged';
const dots = 'rfc3986/dot-segments-removed';
const surplus = 'rfc3986/surplus-dots-removed';
const parameters = 'rfc3986/parameters-belong-to-the-path';
const network = 'rfc3986/network-path-reference';

const normal: readonly Row[] = [
  ['name', 'g', '{home}/b/c/g', merged],
  ['dot-name', './g', '{home}/b/c/g', dots],
  ['directory', 'g/', '{home}/b/c/g/', merged],
  ['absolute-path', '/g', '{home}/g', 'rfc3986/absolute-path-reference'],
  ['network-path', '//{other.host}/g', '{other}/g', network],
  ['network-path-host-only', '//{other.host}', '{other}/', 'rfc9112/empty-path-is-a-slash'],
  ['query', '?y', '{home}/b/c/d;p?y', 'rfc3986/query-only-reference'],
  ['name-and-query', 'g?y', '{home}/b/c/g?y', merged],
  ['name-and-fragment', 'g#s', '{home}/b/c/g', merged],
  ['name-query-and-fragment', 'g?y#s', '{home}/b/c/g?y', merged],
  ['parameter', ';x', '{home}/b/c/;x', parameters],
  ['name-and-parameter', 'g;x', '{home}/b/c/g;x', parameters],
  ['parameter-query-and-fragment', 'g;x?y#s', '{home}/b/c/g;x?y', parameters],
  ['dot', '.', '{home}/b/c/', dots],
  ['dot-slash', './', '{home}/b/c/', dots],
  ['dots', '..', '{home}/b/', dots],
  ['dots-slash', '../', '{home}/b/', dots],
  ['dots-name', '../g', '{home}/b/g', dots],
  ['two-up', '../..', '{home}/', dots],
  ['two-up-slash', '../../', '{home}/', dots],
  ['two-up-name', '../../g', '{home}/g', dots],
];

const abnormal: readonly Row[] = [
  ['three-up', '../../../g', '{home}/g', surplus],
  ['four-up', '../../../../g', '{home}/g', surplus],
  ['dot-at-the-root', '/./g', '{home}/g', dots],
  ['dots-at-the-root', '/../g', '{home}/g', surplus],
  ['name-ends-in-a-dot', 'g.', '{home}/b/c/g.', merged],
  ['name-begins-with-a-dot', '.g', '{home}/b/c/.g', merged],
  ['name-ends-in-dots', 'g..', '{home}/b/c/g..', merged],
  ['name-begins-with-dots', '..g', '{home}/b/c/..g', merged],
  ['dot-then-up', './../g', '{home}/b/g', dots],
  ['dots-both-ends', './g/.', '{home}/b/c/g/', dots],
  ['dot-inside', 'g/./h', '{home}/b/c/g/h', dots],
  ['dots-inside', 'g/../h', '{home}/b/c/h', dots],
  ['parameter-then-dot', 'g;x=1/./y', '{home}/b/c/g;x=1/y', dots],
  ['parameter-then-dots', 'g;x=1/../y', '{home}/b/c/y', dots],
  ['dot-in-the-query', 'g?y/./x', '{home}/b/c/g?y/./x', merged],
  ['dots-in-the-query', 'g?y/../x', '{home}/b/c/g?y/../x', merged],
  ['dot-in-the-fragment', 'g#s/./x', '{home}/b/c/g', merged],
  ['dots-in-the-fragment', 'g#s/../x', '{home}/b/c/g', merged],
];

const covered: Readonly<Record<string, readonly RowId[]>> = {
  'absolute-path': ['l-absolute-path', 'l-original-query-not-carried'],
  name: ['l-relative-name', 'l-original-query-not-carried'],
  directory: ['l-relative-name'],
  'network-path': ['l-protocol-relative'],
  'network-path-host-only': ['l-protocol-relative'],
  query: ['l-query-only'],
};

const removesDots: readonly RowId[] = ['l-dot-segments-relative'];

const covers = ([name, , , requirement]: Row): readonly RowId[] => [
  ...(covered[name] ?? []),
  ...(requirement === dots || requirement === surplus ? removesDots : []),
  'l-rfc3986-table',
];

const toScenario = (row: Row): Scenario => {
  const [name, reference, target, requirement] = row;
  return redirect({
    id: `location-resolution/${name}`,
    title: `Location ${reference} in the response to /b/c/d;p?q`,
    start: base,
    answer: to(reference),
    target,
    covers: covers(row),
    rulings: resolved(requirement, target),
  });
};

/** The tables of RFC 3986 sections 5.4.1 and 5.4.2. `g:h` is in target-schemes, an empty reference in missing-location. */
export const references: readonly Scenario[] = [...normal, ...abnormal].map(toScenario);
