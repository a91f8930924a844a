import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { createTestApplication } from '../../test/support/application.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import type { DescribedSettings, SettingHistory } from './described-settings.schema.js';
import { settingKeys } from './settings.js';
import { policySchema, type Policy } from './policies.js';
import { policyNumbers } from './policy-words.js';
import { SettingsModule } from './settings.module.js';

let database: TestDatabase;
let application: NestExpressApplication;

beforeAll(async () => {
  database = await createTestDatabase();
  application = await createTestApplication({
    databaseUrl: database.url,
    imports: [SettingsModule],
    environment: { QAR_TODAY: '2026-12-21', QAR_OPERATOR: 'Ruth' },
  });
});
afterAll(async () => {
  await application.close();
  await database.drop();
});

const api = (): ReturnType<typeof request> => request(application.getHttpServer());

async function described(): Promise<DescribedSettings> {
  const answer = await api().get('/api/v1/settings/described');
  expect(answer.status).toBe(200);
  return answer.body as DescribedSettings;
}

describe('settings in words', () => {
  it('tell every group, each field with its value, default and range', async () => {
    const { groups } = await described();
    const told = groups.map(({ key }) => key);
    expect([...told, 'policies', 'fees'].sort()).toEqual([...settingKeys].sort());
    const rest = groups.find(({ key }) => key === 'rest');
    expect(rest).toMatchObject({ isChanged: false, since: null, value: { reviews: 3, weeks: 4 } });
    expect(rest?.fields[1]).toMatchObject({ value: 4, defaultValue: 4, least: 1, most: 1000 });
    const values = groups.flatMap(({ fields }) => fields.map(({ value }) => value));
    expect(values).not.toContain(undefined);
  });

  it('tell every number of a policy, once, within the range its schema takes', async () => {
    const { policies } = await described();
    const [preset] = policies.presets;
    const numbers = preset?.groups.flatMap((group) => group.numbers) ?? [];
    const leaves = (value: object): number =>
      Object.values(value).reduce<number>(
        (sum, each) => sum + (typeof each === 'number' ? 1 : leaves(each as object)),
        0,
      );
    const byName = Reflect.get(Object(policies.value), 'byName') as Record<string, Policy>;
    const standard = byName['Standard'] as Policy;
    expect(new Set(numbers.map(({ path }) => path.join('.'))).size).toBe(leaves(standard));
    for (const bound of ['least', 'most'] as const) {
      const edge = structuredClone(standard);
      for (const { path, ...number } of policyNumbers(standard).flatMap((group) => group.numbers)) {
        const parent = path
          .slice(0, -1)
          .reduce<object>((at, step) => Reflect.get(at, step) as object, edge);
        // A factor of nothing is none.
        Reflect.set(
          parent,
          path.at(-1) ?? '',
          Math.max(number[bound], number.unit === 'times' ? 0.1 : 0),
        );
      }
      expect(policySchema.safeParse(edge).success).toBe(true);
    }
  });

  it('keep what was set, by whom and why, also once it was replaced', async () => {
    const set = (version: number, value: object, more: object = {}): request.Test =>
      api()
        .put('/api/v1/settings/rest')
        .set('If-Match', `"${version}"`)
        .send({ value, reason: 'A trial', ...more });
    await set(0, { reviews: 2, weeks: 4 }).expect(200);
    await set(1, { reviews: 1, weeks: 4 }, { from: '2027-04-12', reason: 'Next term' }).expect(200);
    const rest = (await described()).groups.find(({ key }) => key === 'rest');
    expect(rest).toMatchObject({
      version: 2,
      isChanged: true,
      since: { by: 'Ruth', reason: 'A trial', from: '2026-12-21', to: '2027-04-11' },
      later: [{ value: { reviews: 1, weeks: 4 }, from: '2027-04-12', to: null }],
    });
    const { items } = (await api().get('/api/v1/settings/rest/history')).body as SettingHistory;
    const replaced = items.filter((item) => item.replaced !== null);
    expect(replaced).toMatchObject([{ value: { reviews: 2, weeks: 4 }, replaced: { by: 'Ruth' } }]);
    // A change before it leaves it as it is, and ends there.
    await set(2, { reviews: 3, weeks: 3 }, { from: '2026-11-02' }).expect(200);
    expect((await described()).groups.find(({ key }) => key === 'rest')).toMatchObject({
      since: { from: '2026-11-02', to: '2027-04-11' },
      later: [{ value: { reviews: 1, weeks: 4 }, from: '2027-04-12', to: null }],
    });
  });
});
