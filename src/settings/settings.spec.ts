import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { DEFAULT_SETTINGS, settingsOn, settingsSchema } from './settings.js';

function storing(rows: { key: string; value: unknown }[]): EntityManager {
  return { query: () => Promise.resolve(rows) } as unknown as EntityManager;
}

describe('settings', () => {
  test('the defaults keep their own schema', () => {
    expect(settingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  test('the standard policy is the one the problem format prints', () => {
    const format = readFileSync('docs/problem-format.md', 'utf8');
    const printed = /Points with the default `policy`[^]*?```json\n([^]*?)```/.exec(format)?.[1];
    expect(DEFAULT_SETTINGS.policies.byName['Standard']).toEqual(JSON.parse(printed ?? 'null'));
  });

  test('travel speeds are the planning values of the open data', () => {
    const lines = readFileSync('sample/open-data/travel-parameters.csv', 'utf8').split('\n');
    const value: Record<string, number> = Object.fromEntries(
      lines
        .slice(1)
        .map((line): [string, number] => [line.split(',')[0] ?? '', Number(line.split(',')[1])]),
    );
    expect(DEFAULT_SETTINGS.travel).toEqual({
      shortTripMph: value['speed_short_trip'],
      mediumTripMph: value['speed_medium_trip'],
      longTripMph: value['speed_long_trip'],
      shortTripBelowMiles: value['short_trip_below'],
      longTripAboveMiles: value['long_trip_above'],
      fixedAccessMinutes: value['fixed_access_minutes'],
    });
    expect(DEFAULT_SETTINGS.policies.byName['Standard']?.roadFactor).toBe(
      value['road_distance_factor'],
    );
  });

  test('what operations changed replaces its group and nothing else', async () => {
    const changed = storing([{ key: 'rest', value: { reviews: 2, weeks: 3 } }]);
    await expect(settingsOn(changed, '2027-01-11')).resolves.toEqual({
      ...DEFAULT_SETTINGS,
      rest: { reviews: 2, weeks: 3 },
    });
  });

  test('a stored value that no longer fits is named, not used', async () => {
    const changed = storing([{ key: 'rest', value: { reviews: 2 } }]);
    await expect(settingsOn(changed, '2027-01-11')).rejects.toThrow(/rest\.weeks/);
  });

  test('the default policy must be one of the presets', () => {
    const policies = { ...DEFAULT_SETTINGS.policies, defaultName: 'Other' };
    expect(settingsSchema.safeParse({ ...DEFAULT_SETTINGS, policies }).error?.issues).toMatchObject(
      [{ path: ['policies', 'defaultName'] }],
    );
  });
});
