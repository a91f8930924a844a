import { isCivilDate, isMonday } from './civil-date.js';
import { type Faults, show } from './faults.js';
import { type Json } from './json-text.js';

/**
 * What a value of a file must look like. Shapes are built from the functions below, so that the
 * two formats read as a description of themselves. (Zod, which the rest of the product uses, sorts
 * faults by schema rather than by file, cannot stop at the twentieth, and loses a `__proto__` key.)
 */
export interface Shape<T> {
  /** What is expected, in words that follow "expected". */
  expects: string;
  /** The value in its type, or undefined when it has faults, which have then been reported. */
  read(value: Json, faults: Faults): T | undefined;
}

/** A shape for a field that may be left out, but is never null. */
export interface OptionalShape<T> {
  optional: Shape<T>;
}

type Fields<T> = {
  [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? OptionalShape<Exclude<T[K], undefined>>
    : Shape<T[K]>;
};

const LONGEST_NAME = 200;

function scalar<T>(
  expects: string,
  accept: (value: Json) => T | undefined,
  advise: (value: Json) => string,
): Shape<T> {
  return {
    expects,
    read(value, faults) {
      const accepted = accept(value);
      if (accepted !== undefined) return accepted;
      return faults.report(`found ${show(value)}, expected ${expects}; ${advise(value)}`);
    },
  };
}

/**
 * A string of 1 to `longest` Unicode code points. Half of a surrogate pair is refused: it is not
 * text, UTF-8 cannot hold it, and the database would not store it.
 */
export function text(longest = LONGEST_NAME): Shape<string> {
  return scalar(
    `text of 1 to ${longest} characters`,
    (value) =>
      typeof value === 'string' && textFault(value, longest) === null ? value : undefined,
    (value) =>
      typeof value === 'string'
        ? `${textFault(value, longest) ?? ''}.`
        : 'write it in double quotes.',
  );
}

function textFault(value: string, longest: number): string | null {
  if (value === '') return 'it is empty: write something';
  if (/\p{Surrogate}/u.test(value))
    return 'half of a surrogate pair is not a character: take it out';
  // No string has more code points than UTF-16 units, so most need no counting.
  if (value.length <= longest) return null;
  const points = value.length > 2 * longest ? value.length : [...value].length;
  return points > longest ? 'it is too long: shorten it' : null;
}

/** An integer from `least` to `most`, both allowed; `1.0` and `1e2` count as integers. */
export function integer(least: number, most: number): Shape<number> {
  return scalar(
    `an integer from ${least} to ${most}`,
    (value) =>
      typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
        ? value + 0 // -0 becomes 0
        : undefined,
    adviseNumber,
  );
}

/** A decimal number from `least` to `most`, both allowed unless `above` shuts `least` out. */
export function decimal(least: number, most: number, above = false): Shape<number> {
  return scalar(
    above ? `a number above ${least} and at most ${most}` : `a number from ${least} to ${most}`,
    (value) =>
      typeof value === 'number' && value <= most && (above ? value > least : value >= least)
        ? value
        : undefined,
    adviseNumber,
  );
}

function adviseNumber(value: Json): string {
  if (typeof value === 'string') return 'write the number without quotes.';
  return typeof value === 'number' ? 'correct the number.' : 'write a number.';
}

export function boolean(): Shape<boolean> {
  return scalar(
    'true or false',
    (value) => (typeof value === 'boolean' ? value : undefined),
    () => 'write one of the two, without quotes.',
  );
}

export function oneOf<const T extends string>(values: readonly T[]): Shape<T> {
  const listed = values.map((value) => `"${value}"`).join(', ');
  return scalar(
    values.length === 1 ? listed : `one of ${listed}`,
    (value) => values.find((allowed) => allowed === value),
    () =>
      values.length === 1 ? 'write exactly that.' : 'choose one of these, in capitals as shown.',
  );
}

/** A civil date that exists, `YYYY-MM-DD`. */
export function date(): Shape<string> {
  return scalar(
    'a date that exists, as "YYYY-MM-DD"',
    (value) => (typeof value === 'string' && isCivilDate(value) ? value : undefined),
    () => 'correct the date.',
  );
}

/** A civil date that is a Monday. */
export function monday(): Shape<string> {
  return scalar(
    'a Monday, as "YYYY-MM-DD"',
    (value) => (typeof value === 'string' && isMonday(value) ? value : undefined),
    () => 'name the week by its Monday.',
  );
}

export function matching(pattern: RegExp, expects: string, advice: string): Shape<string> {
  return scalar(
    expects,
    (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined),
    () => advice,
  );
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  const expects = `${shape.expects}, or null`;
  return {
    expects,
    read: (value, faults) => (value === null ? null : shape.read(value, faults)),
  };
}

export function optional<T>(shape: Shape<T>): OptionalShape<T> {
  return { optional: shape };
}

/**
 * A list of at least `least` items. `allTogether` looks at the items that were read well, each with its position; it is where
 * a list says that it repeats nothing.
 */
export function list<T>(
  item: Shape<T>,
  allTogether?: (items: readonly (readonly [number, T])[], faults: Faults) => void,
  least = 0,
): Shape<T[]> {
  const expects = least === 0 ? 'a list' : `a list of at least ${least}`;
  return {
    expects,
    read(value, faults) {
      if (!Array.isArray(value))
        return wrongKind(value, expects, 'write it in square brackets', faults);
      if (value.length < least) {
        return faults.report(`found ${show(value)}, expected ${expects}; add what is missing.`);
      }
      const items: (readonly [number, T])[] = [];
      for (let index = 0; index < value.length && !faults.enough; index++) {
        const read = faults.at(index, () => item.read(value[index] ?? null, faults));
        if (read !== undefined) items.push([index, read]);
      }
      allTogether?.(items, faults);
      return items.length === value.length ? items.map(([, read]) => read) : undefined;
    },
  };
}

/**
 * For `list`: no two items have the same key. The fault is the second one's, at `field` of it if
 * given; `what` says in words what is repeated.
 */
export function noRepeats<T>(
  key: (item: T) => string,
  what: string,
  field?: string,
): (items: readonly (readonly [number, T])[], faults: Faults) => void {
  return (items, faults) => {
    const firstByKey = new Map<string, number>();
    for (const [index, item] of items) {
      const first = firstByKey.get(key(item));
      if (first === undefined) {
        firstByKey.set(key(item), index);
        continue;
      }
      const say = (): undefined =>
        faults.report(
          `${show(key(item))} repeats ${what} at position [${first}]; remove or rename one.`,
        );
      faults.at(index, () => (field === undefined ? say() : faults.at(field, say)));
    }
  };
}

/** An object with exactly these fields; `rule` looks at it once every field was read well. */
export function object<T extends object>(
  fields: NoInfer<Fields<T>>,
  rule?: (value: T, faults: Faults) => void,
): Shape<T> {
  const shapes = new Map<string, Shape<unknown> | OptionalShape<unknown>>(Object.entries(fields));
  const expects = `an object with ${[...shapes.keys()].join(', ')}`;
  return {
    expects,
    read(value, faults) {
      if (!(value instanceof Map))
        return wrongKind(value, expects, 'write it in curly brackets', faults);
      const read: Record<string, unknown> = {};
      let complete = true;
      for (const [key, item] of value) {
        const field = faults.at(key, () => readField(key, item, shapes, faults));
        if (field === undefined) complete = false;
        else read[key] = field;
        if (faults.enough) return undefined;
      }
      for (const [key, shape] of shapes) {
        if (value.has(key) || 'optional' in shape) continue;
        complete = false;
        faults.at(key, () => faults.report(`missing, expected ${shape.expects}; add this field.`));
      }
      if (!complete) return undefined;
      rule?.(read as T, faults);
      return read as T;
    },
  };
}

function readField(
  key: string,
  value: Json,
  shapes: ReadonlyMap<string, Shape<unknown> | OptionalShape<unknown>>,
  faults: Faults,
): unknown {
  const shape = shapes.get(key);
  if (shape === undefined) {
    const known = [...shapes.keys()].join(', ');
    return faults.report(
      `unknown field holding ${show(value)}; remove it or correct its name: ${known}.`,
    );
  }
  if (!('optional' in shape)) return shape.read(value, faults);
  if (value !== null) return shape.optional.read(value, faults);
  return faults.report(
    `found null, expected ${shape.optional.expects}; leave the field out instead.`,
  );
}

/**
 * An object whose keys are free. It is read into an object without a prototype: a region called
 * `constructor` that a person does not grade is then not found, as it should be.
 */
export function dictionary<T>(key: Shape<string>, item: Shape<T>): Shape<Record<string, T>> {
  const expects = 'an object';
  return {
    expects,
    read(value, faults) {
      if (!(value instanceof Map))
        return wrongKind(value, expects, 'write it in curly brackets', faults);
      const read = Object.create(null) as Record<string, T>;
      let complete = true;
      for (const [name, held] of value) {
        const entry = faults.at(name, () =>
          key.read(name, faults) === undefined ? undefined : item.read(held, faults),
        );
        if (entry === undefined) complete = false;
        else read[name] = entry;
        if (faults.enough) return undefined;
      }
      return complete ? read : undefined;
    },
  };
}

function wrongKind(value: Json, expects: string, advice: string, faults: Faults): undefined {
  return faults.report(`found ${show(value)}, expected ${expects}; ${advice}.`);
}
