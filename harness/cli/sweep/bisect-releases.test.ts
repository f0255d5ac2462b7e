import { expect, test } from 'vitest';
import { bisectReleases, type ProbedRelease } from './bisect-releases.ts';

const versions = Array.from({ length: 100 }, (_, index) => `1.${index}.0`);

test.for([1, 2, 50, 98, 99])('the change in release %i is found, whichever end is called good, in few steps', async (changed) => {
  const asked: string[] = [];
  const probe = async (version: string): Promise<ProbedRelease> => {
    asked.push(version);
    return { version, finding: versions.indexOf(version) < changed ? 'sent' : 'absent' };
  };
  const ends = [await probe('1.0.0'), await probe('1.99.0')] as const;
  const both = [
    { version: `1.${changed - 1}.0`, finding: 'sent' },
    { version: `1.${changed}.0`, finding: 'absent' },
  ];
  expect(await bisectReleases(versions, ends, probe)).toEqual(both);
  expect(await bisectReleases(versions, [ends[1], ends[0]], probe)).toEqual(both.toReversed());
  expect(asked.length).toBeLessThanOrEqual(2 + 2 * Math.ceil(Math.log2(versions.length)));
});
