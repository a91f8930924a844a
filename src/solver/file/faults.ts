import { BadFile } from './bad-file.js';
import { type JsonPath, quote, writePath } from './json-path.js';
import { type Json } from './json-text.js';

const MOST_SHOWN = 20;

interface Fault {
  path: JsonPath;
  what: string;
}

/** The faults found in one file so far, and the place where its reading stands. */
export class Faults {
  private readonly found: Fault[] = [];
  private readonly place: (string | number)[] = [];

  /** Reads what stands under `step`: faults reported meanwhile carry its path. */
  at<T>(step: string | number, read: () => T): T {
    this.place.push(step);
    try {
      return read();
    } finally {
      this.place.pop();
    }
  }

  /** Whether so many faults are known that looking for more helps nobody. */
  get enough(): boolean {
    return this.found.length > MOST_SHOWN;
  }

  /** A fault of the place where the reading stands, as a sentence to follow its path. */
  report(what: string): undefined {
    this.reportAt([...this.place], what);
  }

  /** The first fault of a place stands: what else is wrong there often follows from it. */
  reportAt(path: JsonPath, what: string): void {
    if (this.enough) return;
    const written = writePath(path);
    if (!this.found.some((fault) => writePath(fault.path) === written)) {
      this.found.push({ path, what });
    }
  }

  get none(): boolean {
    return this.found.length === 0;
  }

  /** @throws BadFile with every fault, in the order of the file, if there are any. */
  throwIfAny(file: Json): void {
    if (this.none) return;
    const placed = this.found.map((fault) => ({ ...fault, order: orderInFile(file, fault.path) }));
    placed.sort((one, other) => compare(one.order, other.order));
    const sentences = placed
      .slice(0, MOST_SHOWN)
      .map(({ path, what }) => `${writePath(path)}: ${what}`);
    if (placed.length > MOST_SHOWN) {
      sentences.push(`There are more faults: these are the first ${MOST_SHOWN} found.`);
    }
    throw new BadFile(sentences);
  }
}

/** A value as a message shows it: short, and never able to disturb a terminal. */
export function show(value: Json): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value))
    return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (value instanceof Map) return 'an object';
  return String(value);
}

/** The position of each step of a path among its neighbours; a missing field comes last. */
function orderInFile(file: Json, path: JsonPath): number[] {
  let here: Json | undefined = file;
  return path.map((step) => {
    if (typeof step === 'number') {
      here = Array.isArray(here) ? here[step] : undefined;
      return step;
    }
    if (!(here instanceof Map)) return 0;
    const position = [...here.keys()].indexOf(step);
    const length = here.size;
    here = here.get(step);
    return position === -1 ? length : position;
  });
}

function compare(one: number[], other: number[]): number {
  for (const [level, position] of one.entries()) {
    const difference = position - (other[level] ?? -1);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
