// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { loadContent, only, smallPageData } from './page.fixture.ts';
import { TableView, type TableSettings } from './table-view.ts';

const everything: TableSettings = {
  profile: 'fetch',
  suite: '',
  search: '',
  verdict: '',
  disagree: false,
  clients: ['node/fetch', 'evil', 'evil~msw'],
};

let view: TableView;
let table: HTMLTableElement;

const shown = (): readonly (string | undefined)[] =>
  [...table.querySelectorAll<HTMLElement>('tr[data-scenario]')].flatMap((row) => (row.hidden ? [] : [row.dataset['scenario']]));

beforeEach(() => {
  loadContent();
  table = only('#matrix', HTMLTableElement);
  view = new TableView(table, only('#count', HTMLElement), smallPageData.cells, 'fetch');
});

describe('the table shows', () => {
  test.each<[what: string, change: Partial<TableSettings>, scenarios: readonly string[]]>([
    ['everything', {}, ['area/first', 'area/second', 'cycles/self']],
    ['one suite', { suite: 'cycles' }, ['cycles/self']],
    ['scenarios that have every word in id, title or cells', { search: 'ABOUT  same body' }, ['area/second']],
    ['scenarios with a verdict', { verdict: 'error' }, ['area/second']],
    ['scenarios with a verdict in a column that is shown', { verdict: 'error', clients: ['evil'] }, []],
    ['scenarios with a verdict under the profile', { verdict: 'fail', profile: 'lax' }, ['area/first']],
    ['scenarios in which clients differ', { disagree: true }, ['area/first', 'area/second']],
    ['scenarios in which the clients that are shown differ', { disagree: true, clients: ['node/fetch'] }, []],
  ])('%s', (_, change, scenarios) => {
    view.show({ ...everything, ...change });
    expect(shown()).toEqual(scenarios);
  });

  test('how many scenarios there are', () => {
    view.show(everything);
    expect(only('#count', HTMLElement).textContent).toBe('3 scenarios');
    view.show({ ...everything, suite: 'cycles' });
    expect(only('#count', HTMLElement).textContent).toBe('1 of 3 scenarios');
  });

  test('no suite without scenarios', () => {
    view.show({ ...everything, suite: 'cycles' });
    expect([...table.tBodies].map(({ hidden }) => hidden)).toEqual([true, false]);
  });

  test('the columns of the selected clients', () => {
    view.show({ ...everything, clients: ['evil'] });
    for (const row of table.rows) expect([...row.cells].map(({ hidden }) => hidden)).toEqual([false, true, false, true]);
  });

  test('the verdicts of the profile, and only what belongs to it', () => {
    const cell = table.querySelector<HTMLElement>('tr[data-scenario="area/second"] td:nth-of-type(2)');
    view.show(everything);
    expect(cell?.dataset['verdict']).toBe('fail');
    view.show({ ...everything, profile: 'lax' });
    expect(cell?.dataset['verdict']).toBe('pass');
    expect(cell?.textContent).toBe('POST, same body');
    const profiles = [...document.querySelectorAll<HTMLElement>('[data-for]')].filter(({ hidden }) => !hidden);
    expect(new Set(profiles.map(({ dataset }) => dataset['for']))).toEqual(new Set(['lax']));
  });
});
