// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { hostileText } from '../small-run.fixture.ts';
import { openCell } from './cell-dialog.ts';
import { loadContent, only, smallModel, unpackedOfSmall } from './page.fixture.ts';

let dialog: HTMLDialogElement;

function open(id: string, name: string, profile = 'fetch'): void {
  const column = smallModel.columnOf(id);
  const scenario = smallModel.scenarios.get(name);
  if (column === undefined || !scenario) throw new Error(`there is no cell of ${name} in ${id}`);
  openCell(dialog, { model: smallModel, column, scenario, profile, unpacked: unpackedOfSmall(name, column) });
}
const textsOf = (selector: string): readonly string[] =>
  [...dialog.querySelectorAll(selector)].map(({ textContent }) => textContent);

beforeEach(() => {
  loadContent();
  dialog = only('#cell', HTMLDialogElement);
});

describe('an open cell', () => {
  it('has the focus on its title, which names client and scenario', () => {
    open('evil', 'area/second');
    expect(dialog.open).toBe(true);
    expect(document.activeElement?.textContent).toBe('evil About area/second');
  });

  it('shows calls, requests, answers and results as text', () => {
    open('evil', 'area/first');
    expect(textsOf('h4')).toEqual(['Call', 'Requests and answers', 'Blocked attempts to reach unexpected hosts', 'Result']);
    expect(dialog.querySelector('img')).toBeNull();
    expect(dialog.querySelector('pre.request')?.textContent).toContain(hostileText);
    expect(dialog.querySelector('pre.answer')?.textContent).toBe('302 Found\nLocation: {home}/target');
  });

  it('marks planted secrets', () => {
    open('evil', 'area/first');
    expect(textsOf('mark')).toEqual(['canary-authorization-abc123']);
  });

  it('shows the worst check first, with what is required, by whom, and where that is written', () => {
    open('evil', 'area/second');
    expect(textsOf('.check > summary code')).toEqual(['request@target', 'settled']);
    expect(textsOf('.check:first-of-type .expected')).toEqual(['✗ must be “GET, no body” according to fetch']);
    expect(textsOf('.check:first-of-type .citation')).toEqual(['A rule.Fetch Standard, step 12 (definition)']);
    expect(textsOf('.check:first-of-type .otherwise')).toEqual(['Other profiles: ✓ pass under lax']);
  });

  it('shows why a profile ignores a check', () => {
    open('evil', 'area/second', 'lax');
    expect(textsOf('.check:first-of-type .expected')).toEqual(['The profile ignores this check: not here']);
  });

  it('shows that no authority of the profile rules on a check', () => {
    open('evil', 'cycles/self', 'lax');
    expect(textsOf('.check:first-of-type .expected')).toEqual(['No authority in this profile rules on this check.']);
  });

  it('shows a fault of the harness, and judges nothing', () => {
    open('evil~msw', 'area/second');
    expect(textsOf('.record > p')).toEqual([
      'The harness or the adapter failed. This says nothing about the client.',
      'The scenario was not run.',
    ]);
    expect(textsOf('.check .expected [data-verdict]')).toEqual(['?', '?']);
  });

  it('links to the same scenario in the other columns', () => {
    open('evil', 'area/second');
    const links = [...dialog.querySelectorAll<HTMLAnchorElement>('nav a')];
    expect(links.map(({ textContent, hash }) => [textContent, hash])).toEqual([
      ['✓ node/fetch', '#cell=node/fetch/area/second'],
      ['✗ evil', '#cell=evil/area/second'],
      ['? evil~msw', '#cell=evil~msw/area/second'],
    ]);
    expect(links.map((link) => link.getAttribute('aria-current'))).toEqual([null, 'true', null]);
  });

  it('says how to run it again', () => {
    open('evil~msw', 'area/first');
    expect(textsOf('footer p:last-child code')).toEqual(['npm test -- --client=evil --scenario=area/first --transport=msw']);
  });

  it('is replaced as a whole by another cell', () => {
    open('evil', 'area/second');
    for (const check of dialog.querySelectorAll('details')) check.open = !check.open;
    open('node/fetch', 'area/second');
    expect(dialog.querySelectorAll('header')).toHaveLength(1);
    expect(textsOf('h2')).toEqual(['node/fetch About area/second']);
    expect([...dialog.querySelectorAll<HTMLDetailsElement>('.checks details')].map((each) => each.open)).toEqual([false, true]);
  });
});
