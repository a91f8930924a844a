import { createHash } from 'node:crypto';
import { type EntityManager } from 'typeorm';
import { type Register } from '../columns/column.js';
import { diffKind, type KindDiff } from '../diff.js';
import { Faults } from '../faults.js';
import { faultOf, type Incoming } from '../read-rows.js';
import { Registers, unknownInWords } from '../registers.js';
import { type RecordKind, type Stored } from '../record-kind.js';
import { type ProgressListener } from './import-progress.js';
import { type ReadSet } from './read-import.js';
import { type SetAside } from './set-aside.js';

/**
 * What the rows would change, kind by kind.
 *
 * @throws {BadSpreadsheet} when rows break a rule or name what is on no register
 */
export async function diffSets(
  manager: EntityManager,
  sets: readonly ReadSet[],
): Promise<KindDiff[]> {
  const faults = new Faults();
  const diffs = await new Comparison(manager).compare(sets, faults);
  faults.refuseIfAny();
  return diffs;
}

/**
 * What the rows without fault would change. A row that is held back may be one that others name, so that they are held
 * back in turn, until nothing is at fault any more.
 *
 * @throws {BadSpreadsheet} when a sheet as a whole is at fault
 */
export async function diffWhatCanBe(
  manager: EntityManager,
  sets: readonly ReadSet[],
  setAside: SetAside,
  onProgress?: ProgressListener,
): Promise<{ sets: ReadSet[]; diffs: KindDiff[] }> {
  const comparison = new Comparison(manager, onProgress);
  for (let left = [...sets]; ; left = setAside.without(left)) {
    const faults = new Faults(Infinity);
    const diffs = await comparison.compare(left, faults);
    if (faults.count === 0) return { sets: left, diffs };
    setAside.hold(faults.listed);
  }
}

/** Compares with what is stored, which is read once. */
class Comparison {
  private readonly registers: Registers;
  private readonly stored = new Map<RecordKind, Stored[]>();

  constructor(
    private readonly manager: EntityManager,
    private readonly onProgress?: ProgressListener,
  ) {
    this.registers = new Registers(manager);
  }

  async compare(sets: readonly ReadSet[], faults: Faults): Promise<KindDiff[]> {
    await refuseUnknownNames(this.registers, sets, faults);
    const diffs: KindDiff[] = [];
    for (const { kind, rows } of sets) {
      this.onProgress?.({ words: `Comparing ${kind.title}`, done: null, total: null });
      const complete = await kind.completer?.(this.manager);
      const diff = diffKind(kind, await this.storedOf(kind), rows, complete);
      for (const fault of diff.faults) faults.add(fault);
      diffs.push(diff);
    }
    return diffs;
  }

  private async storedOf(kind: RecordKind): Promise<Stored[]> {
    const known = this.stored.get(kind) ?? (await kind.load(this.manager));
    this.stored.set(kind, known);
    return known;
  }
}

/** A fingerprint of a difference: the same only while data and file both stay as they were. */
export function digestOf(diffs: readonly KindDiff[]): string {
  const hash = createHash('sha256');
  for (const { kind, changes } of diffs) {
    const lines = changes.map(({ action, key, before, after }) =>
      JSON.stringify([kind.name, action, key, sortedEntries(before), sortedEntries(after)]),
    );
    for (const line of lines.sort()) hash.update(line).update('\n');
  }
  return hash.digest('hex');
}

function sortedEntries(row: object | null): [string, unknown][] | null {
  return row && Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
}

async function refuseUnknownNames(
  registers: Registers,
  sets: readonly ReadSet[],
  faults: Faults,
): Promise<void> {
  const added = addedBy(sets);
  for (const { kind, rows } of sets) {
    for (const column of kind.columns) {
      if (!column.names) continue;
      const known = await registers.namesOf(column.names);
      const coming = added.get(column.names);
      for (const row of rows) {
        const unknown = namesIn(row, column.heading).find(
          (name) => !known.has(name) && coming?.has(name) !== true,
        );
        if (unknown === undefined || row.remove) continue;
        faults.add({
          ...faultOf(row, column.heading, unknownInWords(column.names)),
          value: unknown,
        });
      }
    }
  }
}

function namesIn(row: Incoming, heading: string): readonly string[] {
  const value = row.row[heading] ?? null;
  if (value === null) return [];
  return Array.isArray(value) ? (value as readonly string[]) : [String(value)];
}

function addedBy(
  sets: readonly { kind: RecordKind; rows: readonly Incoming[] }[],
): Map<Register, Set<string>> {
  const added = new Map<Register, Set<string>>();
  for (const { kind, rows } of sets) {
    for (const { register, heading } of kind.adds ?? []) {
      const names = added.get(register) ?? new Set<string>();
      for (const row of rows) {
        if (!row.remove) for (const name of namesIn(row, heading)) names.add(name);
      }
      added.set(register, names);
    }
  }
  return added;
}
