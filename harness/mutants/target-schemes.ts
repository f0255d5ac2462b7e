import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { Mutant } from './mutant.ts';
import { changingAnswers } from './support/changing.ts';

/** Whether a Location has another scheme than http and https. */
const isForeign = (location: string | undefined, base: URL): boolean =>
  location !== undefined && URL.canParse(location, base) && !/^https?:$/.test(new URL(location, base).protocol);

/** Clients that follow to other schemes. */
export const targetSchemeMutants: readonly Mutant[] = [
  {
    name: 'follows-any-scheme',
    title: 'follows to a file, a data: URL or an ftp server',
    send: changingAnswers((answer, { url }) =>
      isForeign(valuesOf(answer.headers, 'location')[0], url)
        ? { status: 200, headers: [], body: Buffer.from('opened') }
        : answer,
    ),
    witnesses: { fetch: ['target-schemes/data#next@start'], strict: ['target-schemes/file#next@start'] },
  },
];
