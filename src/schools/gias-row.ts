import { isCivilDate } from '../calendar/civil-date.js';
import { positionOfGrid } from './national-grid.js';
import { phaseOf, type Phase, type SchoolRecord, type SchoolStatus } from './school-record.js';

/** Columns of "all establishment data" that are read. Head teachers' names are among those that are not. */
export const GIAS_COLUMNS = [
  'URN',
  'LA (code)',
  'EstablishmentName',
  'TypeOfEstablishment (name)',
  'EstablishmentStatus (name)',
  'OpenDate',
  'CloseDate',
  'PhaseOfEducation (name)',
  'Trusts (code)',
  'Trusts (name)',
  'Town',
  'Postcode',
  'GOR (name)',
  'Easting',
  'Northing',
  ...Array.from({ length: 13 }, (_, index) => `SEN${index + 1} (name)`),
] as const;

/** What the reader must know of our own reference data. */
export interface GiasKnowledge {
  regions: ReadonlySet<string>;
  /** Regions by the authority's three digits. */
  regionByAuthority: ReadonlyMap<string, string>;
  /** Need codes by the register's label, see `needLabel`. */
  needByLabel: ReadonlyMap<string, string>;
  /** Schools that we hold: they are read even when the register says closed. */
  knownUrns?: ReadonlySet<string>;
}

/** One value that cannot be used. */
export interface GiasFault {
  column: string;
  value: string;
  /** What is wrong and what to do. */
  message: string;
}

export type GiasReading =
  | { kind: 'school'; school: SchoolRecord }
  | { kind: 'skipped'; urn: string; reason: string }
  | { kind: 'faulty'; urn: string; faults: GiasFault[] };

const statuses: Record<string, SchoolStatus> = {
  open: 'OPEN',
  closed: 'CLOSED',
  'open, but proposed to close': 'PROPOSED_TO_CLOSE',
  'proposed to open': 'PROPOSED_TO_OPEN',
};

const notASchool =
  /children.s centre|higher education|welsh establishment|offshore|british schools? overseas|service children|government department|miscellaneous|secure unit|online provider|further education|legacy|international/i;

/** How a need's label is compared: the register varies capitals and spaces. */
export function needLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Reads one row, given as a function from column heading to its text. */
export function readGiasRow(cell: (column: string) => string, knows: GiasKnowledge): GiasReading {
  const urn = cell('URN');
  const type = cell('TypeOfEstablishment (name)');
  if (notASchool.test(type)) return { kind: 'skipped', urn, reason: `${type} is not reviewed` };
  if (
    /^wales|not applicable/i.test(cell('GOR (name)')) &&
    !knows.regionByAuthority.has(cell('LA (code)'))
  ) {
    return { kind: 'skipped', urn, reason: 'Not in England' };
  }
  const isClosed = cell('EstablishmentStatus (name)').toLowerCase() === 'closed';
  if (isClosed && knows.knownUrns?.has(urn) !== true) {
    return { kind: 'skipped', urn, reason: 'Closed' };
  }
  const faults: GiasFault[] = [];
  const school = schoolOf(new Cells(cell, faults), knows);
  return faults.length > 0 ? { kind: 'faulty', urn, faults } : { kind: 'school', school };
}

function schoolOf(cells: Cells, knows: GiasKnowledge): SchoolRecord {
  const laCode = authority(cells, knows);
  return {
    urn: cells.matching('URN', /^\d{6}$/, 'A URN has six digits. Correct it.'),
    name: cells.matching('EstablishmentName', /./, 'The name is empty. Fill it in.'),
    type: cells.matching('TypeOfEstablishment (name)', /./, 'The type is empty. Fill it in.'),
    phase: phase(cells),
    trust: trust(cells),
    laCode,
    region: region(cells, laCode, knows),
    town: cells.text('Town') || null,
    postcode: cells.text('Postcode') || null,
    ...position(cells),
    needs: needs(cells, knows),
    needsInvented: false,
    status: status(cells),
    openedOn: date(cells, 'OpenDate'),
    closedOn: date(cells, 'CloseDate'),
  };
}

/** Reads cells by heading and collects what is wrong with them. */
class Cells {
  constructor(
    readonly text: (column: string) => string,
    private readonly faults: GiasFault[],
  ) {}

  refuse(column: string, message: string): void {
    this.faults.push({ column, value: this.text(column), message });
  }

  matching(column: string, pattern: RegExp, message: string): string {
    if (!pattern.test(this.text(column))) this.refuse(column, message);
    return this.text(column);
  }
}

function phase(cells: Cells): Phase | null {
  const column = 'PhaseOfEducation (name)';
  const found = phaseOf(cells.text('TypeOfEstablishment (name)'), cells.text(column));
  if (found === undefined)
    cells.refuse(column, 'This phase is not known. Correct it or leave it blank.');
  return found ?? null;
}

function trust(cells: Cells): SchoolRecord['trust'] {
  const [uid, name] = [cells.text('Trusts (code)'), cells.text('Trusts (name)')];
  if (uid === '' || /^not applicable$/i.test(uid)) return null;
  if (name === '') cells.refuse('Trusts (name)', `The trust ${uid} has no name. Fill it in.`);
  return { uid, name };
}

function authority(cells: Cells, knows: GiasKnowledge): string | null {
  const code = cells.text('LA (code)').padStart(3, '0');
  if (knows.regionByAuthority.has(code)) return code;
  cells.refuse('LA (code)', 'This local authority is not known. Correct the code.');
  return null;
}

function region(cells: Cells, laCode: string | null, knows: GiasKnowledge): string {
  const named = cells.text('GOR (name)');
  if (knows.regions.has(named)) return named;
  const followed = laCode === null ? undefined : knows.regionByAuthority.get(laCode);
  if (named !== '' || (followed === undefined && laCode !== null)) {
    cells.refuse('GOR (name)', 'This is not one of the nine English regions. Correct it.');
  }
  return followed ?? '';
}

function position(cells: Cells): { lat: number | null; lon: number | null } {
  const [easting, northing] = [cells.text('Easting'), cells.text('Northing')];
  // The register writes 0 or nothing where it has no position.
  if (Number(easting) === 0 && Number(northing) === 0) return { lat: null, lon: null };
  for (const [column, most] of [
    ['Easting', 700_000],
    ['Northing', 1_300_000],
  ] as const) {
    const value = Number(cells.text(column));
    if (!(value > 0 && value < most)) {
      cells.refuse(
        column,
        `Metres of the British National Grid lie between 1 and ${most}. Correct it.`,
      );
      return { lat: null, lon: null };
    }
  }
  return positionOfGrid(Number(easting), Number(northing));
}

function needs(cells: Cells, knows: GiasKnowledge): string[] {
  const codes = new Set<string>();
  for (const column of GIAS_COLUMNS.slice(-13)) {
    const label = needLabel(cells.text(column));
    if (label === '' || label === 'not applicable') continue;
    const code = knows.needByLabel.get(label);
    if (code === undefined) cells.refuse(column, 'This type of need is not known. Correct it.');
    else codes.add(code);
  }
  return [...codes].sort();
}

function status(cells: Cells): SchoolStatus {
  const column = 'EstablishmentStatus (name)';
  const found = statuses[cells.text(column).toLowerCase()];
  if (found === undefined) cells.refuse(column, 'This status is not known. Write Open or Closed.');
  return found ?? 'OPEN';
}

/** DD-MM-YYYY as downloaded, or with strokes as a spreadsheet program saves it. */
function date(cells: Cells, column: 'OpenDate' | 'CloseDate'): string | null {
  const text = cells.text(column);
  if (text === '') return null;
  const [, dd, mm, yyyy] = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(text) ?? [];
  const iso = `${yyyy}-${mm}-${dd}`;
  if (isCivilDate(iso)) return iso;
  cells.refuse(column, 'This is not a date. Write it as day-month-year, such as 01-09-2012.');
  return null;
}
