import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import type { Answer } from '../../suites/vocabulary/answer.ts';

function cutAfterTexts(bytes: Buffer, texts: readonly string[]): readonly Buffer[] {
  const pieces: Buffer[] = [];
  let rest = bytes;
  for (const text of texts) {
    const at = rest.indexOf(text, 0, 'latin1');
    if (at < 0) throw new Error(`the answer does not contain ${JSON.stringify(text)} at or after the last cut`);
    const end = at + text.length;
    pieces.push(rest.subarray(0, end));
    rest = rest.subarray(end);
  }
  return rest.length > 0 ? [...pieces, rest] : pieces;
}

/** The bytes of an answer in the pieces in which they are sent. */
export const cutIntoPieces = (bytes: Buffer, pieces: NonNullable<Answer['pieces']>): readonly Buffer[] =>
  pieces === 'each byte' ? Array.from(bytes, (byte) => Buffer.from([byte])) : cutAfterTexts(bytes, pieces);

/** Writes each piece in a packet of its own; the next one once this one has left. */
export async function writeInPieces(socket: Socket, pieces: readonly Buffer[]): Promise<void> {
  socket.setNoDelay(true);
  for (const piece of pieces) {
    if (socket.destroyed) return;
    await new Promise((resolve) => socket.write(piece, resolve));
    // Gives the client a turn to read it.
    await setImmediate();
  }
}
