import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { HOSTILE, sampleContext, sampleGateRun } from '../sample.fixture.ts';
import { junit } from './junit.ts';
import { xmlElement, xmlText } from './xml.ts';

/** What junit-4.xsd of Jenkins allows: attributes (with ! if required), and children in their order. */
const schema: Readonly<Record<string, { readonly attributes: readonly string[]; readonly children: readonly string[] }>> = {
  testsuites: { attributes: ['name', 'time', 'tests', 'failures', 'disabled', 'errors'], children: ['testsuite'] },
  testsuite: {
    attributes: [
      'name!',
      'tests!',
      'failures',
      'errors',
      'time',
      'disabled',
      'skipped',
      'timestamp',
      'hostname',
      'id',
      'package',
    ],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  properties: { attributes: [], children: ['property'] },
  property: { attributes: ['name!', 'value!'], children: [] },
  testcase: {
    attributes: ['name!', 'assertions', 'time', 'classname', 'status'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { attributes: ['type', 'message'], children: [] },
  error: { attributes: ['type', 'message'], children: [] },
  skipped: { attributes: [], children: [] },
  'system-out': { attributes: [], children: [] },
};

const parse = (xml: string): Element => {
  const parsed = new new Window().DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
  return parsed.documentElement;
};

/** Every way in which an element deviates from the schema. */
function faultsOf(element: Element): readonly string[] {
  const { attributes, children } = schema[element.tagName] ?? { attributes: [], children: [] };
  const names = element.getAttributeNames();
  const order = [...element.children].map(({ tagName }) => children.indexOf(tagName));
  return [
    ...(element.tagName in schema ? [] : [`unknown element ${element.tagName}`]),
    ...names
      .filter((name) => !attributes.some((each) => each.replace('!', '') === name))
      .map((name) => `${element.tagName}@${name}`),
    ...attributes.filter((each) => each.endsWith('!') && !names.includes(each.slice(0, -1))).map((each) => `no ${each}`),
    ...(order.includes(-1) || order.some((place, index) => index > 0 && place < order[index - 1]!)
      ? [`children of ${element.tagName}`]
      : []),
    ...[...element.children].flatMap(faultsOf),
  ];
}

const rendered = await junit.render(sampleGateRun(), sampleContext);
const root = parse(rendered);
const caseNamed = (classname: string, name: string): Element | undefined =>
  [...root.querySelectorAll('testcase')].find(
    (each) => each.getAttribute('classname') === classname && each.getAttribute('name') === name,
  );

describe('junit', () => {
  it('follows the schema of Jenkins', () => {
    expect(root.tagName).toBe('testsuites');
    expect(faultsOf(root)).toEqual([]);
    // XML 1.0, section 2.2
    expect(rendered).toMatch(/^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD]*$/);
    expect(rendered).not.toContain(']]>');
  });

  it('has a suite for each client, with its counts', () => {
    const suites = [...root.querySelectorAll('testsuite')].map((suite) =>
      ['name', 'tests', 'failures', 'errors', 'skipped'].map((name) => suite.getAttribute(name)).join(' '),
    );
    expect(suites).toEqual(['right 2 0 0 1', 'wrong 3 3 0 0', 'broken 1 0 1 0']);
  });

  it('has test cases whose class name and name together are unique', () => {
    const keys = [...root.querySelectorAll('testcase')].map(
      (each) => `${each.getAttribute('classname')} ${each.getAttribute('name')}`,
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('wrong.area area/a');
  });

  it('fails for regressions and stale entries, with what a developer needs', () => {
    const failure = caseNamed('wrong.area', 'area/b')?.querySelector('failure');
    expect(failure?.getAttribute('message')).toBe('area/b#settled: hung (fail under fetch)');
    expect(failure?.textContent).toContain('show it alone: npm test -- --client=./wrong.ts --scenario=area/b');
    expect(caseNamed('wrong.known deviations', 'area/*')?.querySelector('failure')?.textContent).toContain('matches no check');
  });

  it('only mentions known deviations and new checks', () => {
    expect(caseNamed('wrong.area', 'area/a')?.querySelector('system-out')?.textContent).toBe(
      'known deviation: area/a#canary:authorization@other: sent',
    );
    expect(caseNamed('wrong.area', 'area/b')?.querySelector('system-out')?.textContent).toContain('new check: area/b#followed');
  });

  it('says why a scenario was skipped, and what broke', () => {
    expect(caseNamed('right.area', 'area/b')?.querySelector('skipped')?.textContent).not.toBe('');
    expect(caseNamed('broken.area', 'area/a')?.querySelector('error')?.textContent).toBe('the driver died');
  });

  it('says that results are partial', async () => {
    const run = sampleGateRun();
    const partial = await junit.render({ ...run, run: { ...run.run, partial: 'interrupted' } }, sampleContext);
    expect(partial).toContain('<property name="partial" value="interrupted"/>');
  });
});

describe('text in XML', () => {
  it('is read as it was written, but for characters that XML does not have', () => {
    const hostile = HOSTILE.replace('\u0000', '').replace('\uFFFE', '');
    const element = parse(xmlElement('a', { b: hostile }, [xmlText(hostile)]));
    expect(element.textContent).toBe(hostile);
    expect(element.getAttribute('b')).toBe(hostile);
    expect(xmlText('\u0000\uFFFE')).toBe('\\u{0}\uFFFD');
  });
});
