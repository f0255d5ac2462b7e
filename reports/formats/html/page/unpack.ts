/** `Uint8Array.fromBase64` is younger than some browsers that are in use. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const { fromBase64 }: Partial<Pick<typeof Uint8Array, 'fromBase64'>> = Uint8Array;
  if (fromBase64) return fromBase64.call(Uint8Array, base64);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Reads data of the page: JSON, packed by gzip and base64. */
export const unpack = async (base64: string): Promise<unknown> =>
  new Response(new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
