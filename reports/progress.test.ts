import { describe, expect, it } from 'vitest';
import { Progress, type ProgressStream } from './progress.ts';

/** A stream that keeps what is written, and a clock that is set by hand. */
function setUp(
  total: number,
  stream: Partial<ProgressStream>,
): { progress: Progress; written: string[]; wait: (ms: number) => void } {
  const written: string[] = [];
  let now = 0;
  const progress = new Progress(total, { ...stream, write: (text: string) => written.push(text) }, () => now);
  return { progress, written, wait: (ms) => (now += ms) };
}

describe('progress', () => {
  it('is a line for each column that has ended, where there is no terminal', () => {
    const { progress, written, wait } = setUp(4, {});
    progress.start('got');
    progress.start('axios');
    progress.add('got', 1, 0);
    wait(40_000);
    progress.add('got', 1, 7);
    progress.end('got');
    wait(85_000);
    progress.end('axios');
    progress.clear();
    expect(written).toEqual(['got: 2 scenarios in 40 s, 7 unexpected\n', 'axios: 0 scenarios in 2 min 5 s, 0 unexpected\n']);
  });

  it('is one line with the time that is left, at a terminal', () => {
    const { progress, written, wait } = setUp(41, { isTTY: true, columns: 80 });
    progress.start('got');
    wait(60_000);
    progress.add('got', 1, 0);
    wait(10_000);
    progress.add('got', 10, 3);
    progress.end('got');
    progress.clear();
    const start = '\r\u001B[K';
    expect(written).toEqual([
      `${start}0 of 41 scenarios, 0 unexpected`,
      `${start}1 of 41 scenarios, 0 unexpected`,
      `${start}11 of 41 scenarios, 3 unexpected, about 30 s left`,
      start,
    ]);
  });

  it('is not written for every scenario', () => {
    const { progress, written } = setUp(40, { isTTY: true, columns: 80 });
    progress.start('got');
    for (let count = 0; count < 40; count += 1) progress.add('got', 1, 0);
    expect(written).toHaveLength(1);
  });

  it.for([0, 10])('fits in a terminal that says it has %i columns', (columns, { expect: x }) => {
    const { progress, written } = setUp(1000, { isTTY: true, columns });
    progress.start('got');
    x(written[0]?.replace('\r\u001B[K', '').length).toBe(columns === 0 ? 33 : 9);
  });

  it('ignores what is no column', () => {
    const { progress, written } = setUp(1, {});
    progress.add('own tests', 1, 1);
    progress.end('own tests');
    expect(written).toEqual([]);
  });
});
