/** `Uint8Array.fromBase64` is younger than some browsers that are in use. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const young: { readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer> } = Uint8Array;
  if (young.fromBase64) return young.fromBase64(base64);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Reads data of the page: JSON, packed by gzip and base64. */
export const unpack = async (base64: string): Promise<unknown> =>
  new Response(new Blob([bytesOf(base64)]).stream().pipeThrough(new DecompressionStream('gzip'))).json();
