import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { choosePlace } from './data-place.js';

describe('the place of the data', () => {
  it('is made with the folders above it', async () => {
    const above = await mkdtemp(path.join(tmpdir(), 'qar-place-'));
    const wanted = path.join(above, 'one', 'two', 'data');
    expect(await choosePlace(wanted, undefined, true)).toBe(wanted);
    expect((await stat(wanted)).isDirectory()).toBe(true);
    expect(await choosePlace(wanted, undefined, true)).toBe(wanted);
    await rm(above, { recursive: true });
  });

  it('is refused in words where no folder can be made', async () => {
    await expect(choosePlace('/proc/qar/data', undefined, true)).rejects.toThrow(
      /The data folder \/proc\/qar\/data cannot be made \([A-Z]+\)\. Set QAR_DATA_DIR/,
    );
  });
});
