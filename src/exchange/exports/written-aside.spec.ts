import { describe, expect, it } from '@jest/globals';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type RecordKind } from '../record-kind.js';
import { kindNamed } from '../record-kinds.js';
import { readSpreadsheet } from '../reading/read-file.js';
import { writtenAside } from './written-aside.js';

const schools = kindNamed('schools') as RecordKind;
const rows = Array.from({ length: 20_000 }, (_, i) => ({
  URN: String(500_000 + i),
  Name: `St Mary’s ${i}`,
  Type: 'Community school',
  Region: 'London',
  Status: 'OPEN',
}));

describe('a big file', () => {
  it.each(['csv', 'xlsx'] as const)('is written as %s while others are served', async (form) => {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const bytes = await writtenAside(form, [{ kind: schools, rows }]);
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(500);
    const [table] = await readSpreadsheet({ name: `schools.${form}`, bytes });
    expect(table?.rows).toHaveLength(20_001);
    expect(table?.rows[20_000]).toContain('St Mary’s 19999');
  });

  it('that cannot be written says why', async () => {
    const unknown = { ...schools, name: 'inspectors' };
    await expect(writtenAside('csv', [{ kind: unknown, rows }])).rejects.toThrow(
      'There is no kind inspectors',
    );
  });
});
