import type { PageData } from '../page-data.ts';
import { startPage } from './start-page.ts';

/** Reads the data of the page: JSON, packed by gzip and base64. */
async function unpack(base64: string): Promise<PageData> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
}

startPage(await unpack(document.querySelector('#data')?.textContent ?? ''));
