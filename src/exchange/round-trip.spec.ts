import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { cleanText } from '../platform/text.js';
import { inertText, withoutApostrophe } from './cell-text.js';
import { ExportsService } from './exports/exports.service.js';
import { ImportsService } from './imports/imports.service.js';
import { kindNamed } from './record-kinds.js';
import { readSpreadsheet } from './reading/read-file.js';

const CASES = Number(process.env.QAR_PROPERTY_CASES ?? 500);

/** Names as no register should hold them: formulas, quotes, line breaks, escapes, any script. */
const awkward = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      "'",
      '"',
      '\t',
      '\r',
      '\n',
      ',',
      ';',
      ' ',
      '\u00A0',
      '_x0041_',
      '_',
      'x000D',
      '＝',
      'a',
      '1',
      '<',
      '&',
      'é',
      '\u0301',
      '\u200B',
      '\uFEFF',
    ),
    minLength: 1,
    maxLength: 12,
  }),
);

describe('text in cells', () => {
  it('never begins as a formula, and comes back as it was', () => {
    fc.assert(
      fc.property(awkward, (text) => {
        const clean = cleanText(text);
        const written = inertText(clean);
        expect(written).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
        expect(cleanText(withoutApostrophe(cleanText(written)))).toBe(clean);
        expect(cleanText(clean)).toBe(clean);
      }),
      { seed: 1, numRuns: CASES * 4 },
    );
  });
});

describe('an export', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.query(`
      INSERT INTO region (name, ons_code, gias_code, centroid_lat, centroid_lon)
        VALUES ('London', 'E12000007', 'H', 51.5, -0.1)`);
  });
  afterAll(() => database.drop());

  async function registerOf(names: readonly string[]): Promise<void> {
    await database.dataSource.query('DELETE FROM school');
    await database.dataSource.query(
      `INSERT INTO school (urn, name, type, town, postcode, region, status, lat, lon)
       SELECT (100000 + n)::text, name, name, name, name, 'London', 'OPEN', -n / 7.0, n / 3.0
       FROM unnest($1::text[]) WITH ORDINALITY AS each(name, n)`,
      [names],
    );
  }

  it('imported unchanged changes nothing, whatever the names', async () => {
    const schools = kindNamed('schools')!;
    const imports = new ImportsService(database.dataSource);
    const exports = new ExportsService(database.dataSource);
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          awkward
            .map((text) => text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, ''))
            .filter((text) => cleanText(text) !== ''),
          { minLength: 1, maxLength: 20 },
        ),
        async (names) => {
          await registerOf(names);
          const files = [
            { name: 'schools.csv', bytes: Buffer.from(await exports.csv(schools)) },
            { name: 'schools.xlsx', bytes: await exports.workbook([schools]) },
          ];
          for (const file of files) {
            const found = await imports.dryRun([file], { author: 'Test' });
            expect(found.summary.kinds).toEqual([
              expect.objectContaining({
                created: 0,
                updated: 0,
                removed: 0,
                unchanged: names.length,
              }),
            ]);
          }
        },
      ),
      { seed: 2, numRuns: Math.ceil(CASES / 20) },
    );
  });

  it('holds no cell that a spreadsheet program would run', async () => {
    await registerOf(['=1+1', '+A1', '-A1', '@SUM(A1)', "'=1+1", '\t=1']);
    const exports = new ExportsService(database.dataSource);
    const csv = await exports.csv(kindNamed('schools')!);
    const [table] = await readSpreadsheet({ name: 'a.csv', bytes: Buffer.from(csv) });
    expect(table?.rows.slice(1).map((row) => row[1])).toEqual([
      "'=1+1",
      "'+A1",
      "'-A1",
      "'@SUM(A1)",
      "''=1+1",
      "'=1",
    ]);
    expect(table?.rows[1]?.[10]).toBe('-0.1428571');
  });
});
