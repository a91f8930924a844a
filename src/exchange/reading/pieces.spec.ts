import { describe, expect, it } from '@jest/globals';
import { inPieces } from './pieces.js';

describe('bytes in pieces', () => {
  it('come whole and in order, and others have their turn between two of them', async () => {
    const bytes = Buffer.alloc(1_000_000, 'abcdefg');
    let turns = 0;
    let running = true;
    const others = (): void => {
      turns += 1;
      if (running) setImmediate(others);
    };
    setImmediate(others);
    const received: Buffer[] = [];
    for await (const piece of inPieces(bytes)) received.push(piece as Buffer);
    running = false;
    expect(Buffer.concat(received).equals(bytes)).toBe(true);
    expect(received).toHaveLength(4);
    expect(turns).toBeGreaterThanOrEqual(3);
  });
});
