import { type EntityManager } from 'typeorm';
import { giasKnowledge, GiasFormatError, isGias, readGias } from '../../schools/gias.js';
import { type SchoolRecord } from '../../schools/school-record.js';
import { cleanText } from '../../platform/text.js';
import { type Row } from '../columns/column.js';
import { refuse } from '../faults.js';
import { type Incoming } from '../read-rows.js';
import { inPieces } from '../reading/pieces.js';
import { type NamedFile } from '../reading/table.js';

const HEADINGS_WITHIN = 20_000;
const NOTED = 20;

/** Whether the file is the Department for Education's "all establishment data", by its first line. */
export function looksLikeGias(file: NamedFile): boolean {
  const head = Buffer.from(file.bytes.subarray(0, HEADINGS_WITHIN)).toString('latin1');
  const [line = ''] = head.replace(/^\u00EF\u00BB\u00BF/u, '').split(/\r?\n/u, 1);
  return isGias(line.split(',').map((heading) => heading.replace(/^"|"$/gu, '').trim()));
}

/**
 * The schools of that file. Nobody here can correct the Department's file, so a row that cannot be
 * read is passed over with a note and does not stop the others.
 *
 * @throws {BadSpreadsheet} when the file as a whole cannot be read
 */
export async function giasRows(
  manager: EntityManager,
  file: NamedFile,
): Promise<{ rows: Incoming[]; notes: string[] }> {
  const rows: Incoming[] = [];
  const skipped = new Map<string, number>();
  const faulty: string[] = [];
  try {
    for await (const read of readGias(inPieces(file.bytes), await giasKnowledge(manager))) {
      if (read.kind === 'school') {
        rows.push({ row: rowOf(read.school), remove: false, sheet: file.name, number: read.row });
      } else if (read.kind === 'skipped') {
        skipped.set(read.reason, (skipped.get(read.reason) ?? 0) + 1);
      } else {
        const [first] = read.faults;
        faulty.push(
          `${file.name}, row ${read.row}, ${String(first?.column)}, “${String(first?.value)}”: ${String(first?.message)}`,
        );
      }
    }
  } catch (error) {
    if (error instanceof GiasFormatError) throw refuse(file.name, error.message);
    throw error;
  }
  return { rows, notes: notesOf(file.name, skipped, faulty) };
}

function notesOf(name: string, skipped: ReadonlyMap<string, number>, faulty: string[]): string[] {
  const left = faulty.length - NOTED;
  return [
    ...[...skipped].map(([reason, count]) => `${name}: ${count} rows passed over: ${reason}`),
    ...faulty.slice(0, NOTED).map((fault) => `${fault} The school is left as it is.`),
    ...(left > 0 ? [`${name}: ${left} more rows could not be read and are left as they are.`] : []),
  ];
}

/** What the Department leaves blank, phase and needs, does not wipe out what we know. */
function rowOf(school: SchoolRecord): Row {
  return {
    URN: school.urn,
    Name: cleanText(school.name),
    Type: school.type,
    ...(school.phase === null ? {} : { Phase: school.phase }),
    'Trust UID': school.trust?.uid ?? null,
    'Trust name': school.trust ? cleanText(school.trust.name) : null,
    'LA code': school.laCode,
    Region: school.region,
    Town: school.town,
    Postcode: school.postcode,
    ...(school.lat === null || school.lon === null
      ? {}
      : { Latitude: rounded(school.lat), Longitude: rounded(school.lon) }),
    ...(school.needs.length === 0
      ? {}
      : { Needs: [...school.needs].sort(), 'Needs are invented': school.needsInvented }),
    Status: school.status,
    Opened: school.openedOn,
    Closed: school.closedOn,
  };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
