import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testConfiguration } from '../../test/support/configuration.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { ImportsService } from '../exchange/imports/imports.service.js';
import { fixedToday } from '../platform/fixed-today.js';
import { loadReferenceData } from '../schools/reference-data.js';
import { settingsOn } from '../settings/settings.js';
import { loadSample, SAMPLE_TODAY } from './demo-sample.js';
import { fixedTodayInWords } from './say-today.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await loadReferenceData(database.dataSource);
});
afterAll(() => database.drop());

const unset = testConfiguration({ QAR_TODAY: '' });

async function load(): Promise<string> {
  const stdout = new PassThrough();
  const interrupted = new AbortController().signal;
  await loadSample(database.dataSource, 'Test', {
    stdout,
    stderr: new PassThrough(),
    interrupted,
    endWith: () => undefined,
  });
  stdout.end();
  return text(stdout);
}

describe('the sample partnership in a database', () => {
  it('is not put among somebody’s own people', async () => {
    await database.dataSource.query(
      `INSERT INTO lead_reviewer (code, name, postcode_district) VALUES ('LR-001', 'Somebody Real', 'LS1')`,
    );
    await expect(load()).rejects.toThrow('people or reviews of your own');
    await database.dataSource.query('DELETE FROM lead_reviewer');
  });

  it('is loaded once, and keeps its day until it is taken back', async () => {
    expect(await fixedTodayInWords(unset, database.dataSource)).toBeUndefined();
    const said = await load();
    expect(said).toContain('The sample partnership is loaded (to take it back');
    expect(await load()).toBe('The sample partnership is loaded already.\n');
    expect(await fixedToday(unset, database.dataSource)).toMatchObject({ day: SAMPLE_TODAY });
    expect(await fixedTodayInWords(unset, database.dataSource)).toBe(
      'Today is taken to be Monday 21 December 2026, the day of the sample partnership that this database holds. QAR_TODAY sets another.',
    );
    const { fees } = await settingsOn(database.dataSource.manager, SAMPLE_TODAY);
    expect(fees.table).toMatchObject({ basePence: 50_000, isInvented: true });
    const id = /--undo (\S+)\)/.exec(said)?.[1] ?? '';
    await new ImportsService(database.dataSource).undo(id, 'Test');
    expect(await fixedToday(unset, database.dataSource)).toBeUndefined();
    expect(await load()).toContain('The sample partnership is loaded (to take it back');
  }, 120_000);
});
