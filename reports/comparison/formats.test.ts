import { describe, expect, it } from 'vitest';
import { sampleColumn } from '../sample.fixture.ts';
import { after, before, comparisonOf, right, runOf } from './comparison.fixture.ts';
import { comparisonFormats } from './index.ts';

const comparison = comparisonOf(before, after);
const nothing = comparisonOf(before, before);

describe('a comparison as text', () => {
  it('has the worst first, with both findings, the rule and an example', () => {
    expect(comparisonFormats.text(comparison)).toMatchInlineSnapshot(`
      "x 1.0.0 → x 2.0.0, under Fetch Standard (--profile=fetch)
      4 regressions, 3 fixes, 0 other changes, 0 new, 4 gone, 5 unchanged

      Regressions (4)
           1 ✓→✗ hung
                 before: response
                 must be “response” (Fetch Standard, step 12)
                 in: About area/a
                 area/a#settled
           2 ✓→✗ authorization sent
                 before: authorization absent
                 must be “absent” (Fetch Standard, step 12)
                 in: About area/a
                 area/a#canary:authorization@other and 1 more
           1 ✓→✗ POST, body lost
                 before: GET, no body
                 must be “GET, no body” (Fetch Standard, step 12)
                 in: About area/a
                 area/a#request@target

      Fixes (3)
           1 ✗→✓ response
                 before: hung
                 must be “response” (Fetch Standard, step 12)
                 in: About area/c
                 area/c#settled
           1 ✗→✓ authorization absent
                 before: authorization sent
                 must be “absent” (Fetch Standard, step 12)
                 in: About area/c
                 area/c#canary:authorization@other
           1 ✗→✓ GET, no body
                 before: POST, body lost
                 must be “GET, no body” (Fetch Standard, step 12)
                 in: About area/c
                 area/c#request@target

      Checks that are gone (4)
             1 ✓ response
                 in: About area/gone
                 area/gone#settled
             1 ✓ authorization absent
                 in: About area/gone
                 area/gone#canary:authorization@other
             1 ✓ followed
                 in: About area/gone
                 area/gone#followed
             1 ✓ GET, no body
                 in: About area/gone
                 area/gone#request@target"
    `);
  });

  it('names the columns that were not compared, and the checks that could not be', () => {
    const columns = [...comparison.columns, { before: sampleColumn('old') }, { after: sampleColumn('fresh') }];
    const text = comparisonFormats.text({ ...comparison, columns, faults: 2 });
    expect(text).toContain('Only in the first results, and not compared: old.');
    expect(text).toContain('Only in the second results, and not compared: fresh.');
    expect(text).toContain('2 checks could not be compared: the harness or an adapter broke.');
  });
});

describe('a comparison as Markdown', () => {
  it('has a table for each kind, and hides what is neither a regression nor a fix', () => {
    expect(comparisonFormats.markdown(comparison)).toMatchInlineSnapshot(`
      "## Redirects: x 1.0.0 → x 2.0.0

      Under Fetch Standard: 4 regressions, 3 fixes, 0 other changes, 0 new, 4 gone, 5 unchanged.

      ### Regressions (4)

      |  | before | after | rules | checks |
      | --- | --- | --- | --- | --- |
      | ✓→✗ 1 | \`response\` | \`hung\` | must be “response”<br>Fetch Standard, step 12 | About area/a<br>\`area/a#settled\` |
      | ✓→✗ 2 | \`authorization absent\` | \`authorization sent\` | must be “absent”<br>Fetch Standard, step 12 | About area/a<br>\`area/a#canary:authorization@other\`<br>\`area/b#canary:authorization@other\` |
      | ✓→✗ 1 | \`GET, no body\` | \`POST, body lost\` | must be “GET, no body”<br>Fetch Standard, step 12 | About area/a<br>\`area/a#request@target\` |

      ### Fixes (3)

      |  | before | after | rules | checks |
      | --- | --- | --- | --- | --- |
      | ✗→✓ 1 | \`hung\` | \`response\` | must be “response”<br>Fetch Standard, step 12 | About area/c<br>\`area/c#settled\` |
      | ✗→✓ 1 | \`authorization sent\` | \`authorization absent\` | must be “absent”<br>Fetch Standard, step 12 | About area/c<br>\`area/c#canary:authorization@other\` |
      | ✗→✓ 1 | \`POST, body lost\` | \`GET, no body\` | must be “GET, no body”<br>Fetch Standard, step 12 | About area/c<br>\`area/c#request@target\` |

      <details>
      <summary>Checks that are gone (4)</summary>

      |  | before | after | rules | checks |
      | --- | --- | --- | --- | --- |
      | ✓ 1 | \`response\` |  |  | About area/gone<br>\`area/gone#settled\` |
      | ✓ 1 | \`authorization absent\` |  |  | About area/gone<br>\`area/gone#canary:authorization@other\` |
      | ✓ 1 | \`followed\` |  |  | About area/gone<br>\`area/gone#followed\` |
      | ✓ 1 | \`GET, no body\` |  |  | About area/gone<br>\`area/gone#request@target\` |

      </details>"
    `);
  });

  it('says in the heading how many new checks deviate', () => {
    const later = comparisonOf(runOf('1', {}), runOf('2', { 'area/a': right, 'area/b': [['hung', 'fail']] }));
    for (const format of ['text', 'markdown'] as const)
      expect(comparisonFormats[format](later)).toContain('New checks (5, 1 of them with a deviation)');
  });

  it('stays under 64 KB, with the worst, and counts what is left out', () => {
    const ids = Array.from({ length: 3000 }, (_, index) => `area/scenario-${index}`);
    const good = Object.fromEntries(ids.map((id) => [id, right.slice(0, 2)]));
    const bad = ids.map(
      (id, index) =>
        [
          id,
          [
            ['response', 'pass'],
            [`returned ${index} ${'ü'.repeat(100)}`, 'fail'],
          ],
        ] as const,
    );
    const large = comparisonOf(
      runOf('1', good),
      runOf('2', { ...Object.fromEntries(bad), 'area/scenario-2999': [['hung', 'fail']] }),
    );
    const text = comparisonFormats.markdown(large);
    expect(Buffer.byteLength(text)).toBeLessThan(64 * 1024);
    expect(Buffer.byteLength(text)).toBeGreaterThan(60_000);
    const shown = text.match(/^\| ✓→✗/gm)?.length ?? 0;
    expect(text).toMatch(/\| ✓→✗ 1 \| `response` \| `hung` /);
    expect(text).toContain(`${3000 - shown} checks more: the comment has no room for them.`);
  });

  it('shows text of a client as it is: no markup, no table cells, no names to notify', () => {
    const hostile = runOf('2', { 'area/a': [['threw a `</td>` | @team <img src=x>\n# x', 'fail']] });
    const text = comparisonFormats.markdown(comparisonOf(runOf('1', { 'area/a': [['response', 'pass']] }), hostile));
    expect(text).toContain('``threw a `</td>` \\| @team <img src=x> # x``');
    const evil = {
      ...comparison,
      columns: [{ before: { ...sampleColumn('x'), version: '@team <b>' }, after: sampleColumn('x') }],
    };
    expect(comparisonFormats.markdown(evil)).toContain('## Redirects: x &#64;team &#60;b&#62; → x 1.0.0');
  });
});

describe('a comparison as release notes', () => {
  it('says in sentences what users will notice, grouped by what it means for them', () => {
    expect(comparisonFormats['release-notes'](comparison)).toMatchInlineSnapshot(`
      "## What changes for your users: x 1.0.0 → x 2.0.0

      ### Calls that never end, and crashes

      - The call never ends (before: the call returns a response). In: About area/a. **Fetch Standard does not allow this**: must be “response”.
      - The call returns a response (before: the call never ends). In: About area/c.

      ### Credentials

      - The secret in \`authorization\` is now sent to another host. In 2 situations, such as: About area/a. **Fetch Standard does not allow this**: must be “absent”.
      - The secret in \`authorization\` is no longer sent to another host. In: About area/c.

      ### Data that is sent and received

      - The client sends POST and loses the body (before: the client sends GET without a body). In: About area/a. **Fetch Standard does not allow this**: must be “GET, no body”.
      - The client sends GET without a body (before: the client sends POST and loses the body). In: About area/c."
    `);
  });

  it('says so if there is nothing to notice', () => {
    expect(comparisonFormats['release-notes'](nothing)).toBe(
      '## What changes for your users: x 1.0.0\n\nNothing: 16 checks found the same as before.',
    );
  });
});

describe('a comparison as JSON', () => {
  it('has every change with both findings, and the requirements that they cite', () => {
    const json = JSON.parse(comparisonFormats.json(comparison)) as { changes: readonly unknown[] };
    expect(json).toMatchObject({
      version: 1,
      profile: 'fetch',
      counts: { regression: 4, fix: 3, other: 0, new: 0, gone: 4, unchanged: 5, faults: 0 },
      requirements: { 'fetch/rule': { section: 'step 12' } },
    });
    expect(json.changes).toHaveLength(11);
    expect(json.changes[0]).toMatchObject({
      kind: 'regression',
      column: 'x',
      check: 'area/a#settled',
      title: 'About area/a',
      before: { finding: { value: 'response' }, verdict: 'pass' },
      after: { finding: { value: 'hung' }, verdict: 'fail' },
      expected: 'must be “response”',
      requirements: ['fetch/rule'],
    });
    expect(json.changes[0]).not.toHaveProperty('scenario');
  });
});
