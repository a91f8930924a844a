/**
 * Trims the open list of schools to what the sample partnership is drawn from:
 * `node dist/scripts/sample/extract-schools.js --from <folder of the open data> --out sample/open-data/schools-extract.csv`.
 * Needed again only when the open data changes; the extract is part of the product.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type SeededRandom, seededRandom } from '../seeded-random.js';
import { EXTRACT_COLUMNS } from './open-schools.js';

type Row = Record<string, string>;

/** Schools whose phase is only guessed from their name are not asked for. */
const KNOWN_PHASES = new Set(['gias-2025', 'gias-2026', 'type']);
const MOST_OF_A_TRUST = 8;

function readRows(folder: string, file: string): Row[] {
  return parse(readFileSync(path.join(folder, file)), { columns: true, bom: true });
}

/** Both lists of schools under the same columns, with the invented needs of special schools. */
function eligibleSchools(folder: string): Row[] {
  const needs = new Map(
    readRows(folder, 'school-needs-illustrative.csv').map((row) => [
      row.urn,
      row.need_codes_illustrative,
    ]),
  );
  const special = readRows(folder, 'schools.csv').map((row) => ({
    ...row,
    phase: row.sector === 'special' ? 'Special' : 'Alternative provision',
    needs_invented: needs.get(row.urn) ?? '',
  }));
  const mainstream = readRows(folder, 'schools-mainstream.csv')
    .filter((row) => KNOWN_PHASES.has(row.phase_source ?? ''))
    .map((row) => ({ ...row, needs_invented: '' }));
  return [...special, ...mainstream].sort(byUrn);
}

function byUrn(one: Row, other: Row): number {
  return (one.urn ?? '') < (other.urn ?? '') ? -1 : 1;
}

function extract(schools: readonly Row[], random: SeededRandom): Row[] {
  const alone = schools.filter((row) => row.trust_uid === '');
  const ofPhase = (phase: string): Row[] => alone.filter((row) => row.phase === phase);
  const mainstream = alone.filter((row) => row.phase === 'Primary' || row.phase === 'Secondary');
  return [
    ...trustSchools(schools, random),
    ...random.sample(ofPhase('Special'), 140),
    ...random.sample(ofPhase('Alternative provision'), 40),
    ...random.sample(ofPhase('Nursery'), 10),
    ...random.sample(mainstream, 200),
  ].sort(byUrn);
}

/** Trusts with several schools, at most so many of each, and those with several special schools. */
function trustSchools(schools: readonly Row[], random: SeededRandom): Row[] {
  const byTrust = new Map<string, Row[]>();
  for (const row of schools) {
    if (!row.trust_uid) continue;
    byTrust.set(row.trust_uid, [...(byTrust.get(row.trust_uid) ?? []), row]);
  }
  const trusts = [...byTrust.values()].filter((rows) => rows.length >= 2);
  const isSpecial = (rows: Row[]): boolean =>
    rows.filter((row) => row.phase === 'Special').length >= 2;
  return [
    ...random.sample(trusts.filter(isSpecial), 60),
    ...random.sample(
      trusts.filter((rows) => !isSpecial(rows)),
      280,
    ),
  ].flatMap((rows) => random.sample(rows, MOST_OF_A_TRUST));
}

new Command('extract-schools')
  .description('Trim the open list of schools to what the sample partnership is drawn from.')
  .requiredOption('--from <folder>', 'the folder with the open data')
  .requiredOption('--out <file>', 'where to write the extract')
  .action(({ from, out }: { from: string; out: string }) => {
    const rows = extract(eligibleSchools(from), seededRandom(2026));
    writeFileSync(out, stringify(rows, { header: true, columns: [...EXTRACT_COLUMNS] }));
    console.log(`Wrote ${out}: ${rows.length} schools`);
  })
  .parse();
