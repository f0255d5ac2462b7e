import { valuesOf } from '../fields.ts';
import type { Sin } from './sin.ts';

/** Whether a Location is of any scheme but http and https. */
const isForeign = (location: string | undefined, base: URL): boolean =>
  location !== undefined && URL.canParse(location, base) && !/^https?:$/.test(new URL(location, base).protocol);

export const targetSchemes: readonly Sin[] = [
  {
    name: 'opens-anything',
    title: 'opens whatever a redirect names: a file, a data: URL, an ftp server',
    send: (send) => async (request) => {
      const answer = await send(request);
      const [location] = valuesOf(answer.headers, 'location');
      return isForeign(location, request.url) ? { status: 200, headers: [], body: Buffer.from('opened') } : answer;
    },
    under: ['fetch', 'strict'],
  },
];
