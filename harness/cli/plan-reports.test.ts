import { describe, expect, it } from 'vitest';
import { planReports } from './plan-reports.ts';
import { userPath } from './user-path.ts';

const plan = (asked: readonly string[], environment: Readonly<Record<string, string>> = {}): Readonly<Record<string, unknown>> =>
  Object.fromEntries(planReports(asked, '/out', environment).map(({ format, file = 'stdout' }) => [format.name, file]));

const always = { json: '/out/results.json', html: '/out/index.html', terminal: 'stdout' };

describe('the reports of a run', () => {
  it.for<[what: string, asked: readonly string[], environment: Readonly<Record<string, string>>, reports: object]>([
    ['by default', [], {}, always],
    ['with one more', ['sarif'], {}, { ...always, sarif: '/out/results.sarif' }],
    ['with a folder', ['site'], {}, { ...always, site: '/out/site' }],
    ['with another folder', ['site:/pages'], {}, { ...always, site: '/pages' }],
    ['with a file for one', ['json:a.json'], {}, { ...always, json: userPath('a.json') }],
    ['with a file whose name has a colon', ['json:/a:b.json'], {}, { ...always, json: '/a:b.json' }],
    ['without some', ['no-html', 'no-terminal'], {}, { json: always.json }],
    ['at GitLab', [], { GITLAB_CI: 'true' }, { ...always, junit: '/out/junit.xml' }],
    ['at GitHub', [], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: '/s.md' }, { ...always, github: '/s.md' }],
    ['at GitHub, without a summary', [], { GITHUB_ACTIONS: 'true' }, { ...always, github: 'stdout' }],
    ['at GitHub, with another summary', ['github:/t.md'], { GITHUB_STEP_SUMMARY: '/s.md' }, { ...always, github: '/t.md' }],
    ['at GitHub, without its own', ['no-github'], { GITHUB_ACTIONS: 'true' }, always],
  ])('%s', ([, asked, environment, reports], { expect: x }) => {
    x(plan(asked, environment)).toEqual(reports);
  });

  it('can be the same in two files', () => {
    expect(planReports(['json', 'json:/b.json'], '/out', {}).map(({ file }) => file)).toEqual([
      '/out/results.json',
      '/b.json',
      '/out/index.html',
      undefined,
    ]);
  });

  it('are made in one order, with the terminal last', () => {
    expect(Object.keys(plan(['terminal', 'badge', 'junit'], {}))).toEqual(['json', 'html', 'junit', 'badge', 'terminal']);
  });
});

it.for<[what: string, asked: readonly string[], message: RegExp]>([
  ['an unknown reporter', ['juint'], /--reporter=juint: no such reporter; available: json, .*, or no-<name> to leave one out/],
  ['an empty name', [''], /--reporter=: no such reporter/],
  ['no file after the colon', ['json:'], /--reporter=json:: expected <name>, <name>:<file> or no-<name>/],
  ['a file for one that is left out', ['no-json:x'], /--reporter=no-json:x: expected/],
  ['two reporters for one file', ['json:/a', 'junit:/a'], /two reporters write to \/a; name another file/],
])('refuses %s', ([, asked, message], { expect: x }) => {
  x(() => plan(asked)).toThrow(message);
});
