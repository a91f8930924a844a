import { type FieldFault, Refusal } from '../platform/problems/refusal.js';

/** How many faults are listed; the rest is only counted. */
export const LISTED_FAULTS = 200;

/** One thing that is wrong with a file, placed as the person who made the file sees it. */
export interface Fault {
  /** The sheet's name; for a CSV file the file's name. */
  sheet: string;
  /** The row as a spreadsheet program numbers it, from 1; absent when the whole sheet is meant. */
  row?: number;
  /** The heading of the column, in the words of the file. */
  column?: string;
  /** What stands there, shortened. */
  value?: string;
  /** What is wrong, and what to do about it. */
  message: string;
}

/** Collects faults so that a file is reported whole, not one mistake at a time. */
export class Faults {
  readonly listed: Fault[] = [];
  private found = 0;

  /** @param most how many are kept; the rest is only counted */
  constructor(private readonly most = LISTED_FAULTS) {}

  add(fault: Fault): void {
    this.found += 1;
    if (this.listed.length < this.most) this.listed.push(fault);
  }

  get count(): number {
    return this.found;
  }

  /** @throws {BadSpreadsheet} when anything was found */
  refuseIfAny(): void {
    if (this.found > 0) throw new BadSpreadsheet(this.listed, this.found);
  }
}

/** Files that cannot be imported as they are. Nothing was written. */
export class BadSpreadsheet extends Refusal {
  constructor(
    /** At most {@link LISTED_FAULTS}. */
    readonly listed: readonly Fault[],
    /** How many there are in all. */
    readonly count: number = listed.length,
  ) {
    super('BAD_SPREADSHEET', listed.map(faultInWords).join('\n'), 422, listed.map(fieldFault));
    this.name = 'BadSpreadsheet';
  }
}

/** The place as a pointer: sheet, row, column. */
function fieldFault(fault: Fault): FieldFault {
  const steps = [fault.sheet, fault.row, fault.column].filter((step) => step !== undefined);
  return {
    pointer: `#/${steps.map((step) => encodeURIComponent(String(step))).join('/')}`,
    field: placeInWords(fault),
    message: fault.message,
  };
}

/** Refuses a file, or one sheet of it, as a whole. */
export function refuse(sheet: string, message: string): BadSpreadsheet {
  return new BadSpreadsheet([{ sheet, message }]);
}

/** "schools.csv, row 7, URN, “12345”: …", the form in which the command line prints a fault. */
export function faultInWords(fault: Fault): string {
  return `${placeInWords(fault)}: ${fault.message}`;
}

function placeInWords(fault: Fault): string {
  const place = [
    fault.sheet,
    fault.row === undefined ? undefined : `row ${fault.row}`,
    fault.column,
    fault.value === undefined ? undefined : `“${fault.value}”`,
  ];
  return place.filter((part) => part !== undefined).join(', ');
}

/** A value short enough to stand in a message. */
export function shortened(value: string): string {
  const oneLine = value.replace(/\s+/gu, ' ');
  return oneLine.length <= 60 ? oneLine : `${oneLine.slice(0, 57)}…`;
}
