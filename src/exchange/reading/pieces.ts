import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';

const PIECE_BYTES = 256 * 1024;

/**
 * Bytes as a stream of pieces. Between two pieces whatever else waits in this process has its turn:
 * a stream that never waits for anything would let a big file hold up everybody.
 */
export function inPieces(bytes: Uint8Array): Readable {
  return Readable.from(pieces(bytes));
}

async function* pieces(bytes: Uint8Array): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.byteLength; start += PIECE_BYTES) {
    await setImmediate();
    yield Buffer.from(bytes.subarray(start, start + PIECE_BYTES));
  }
}
