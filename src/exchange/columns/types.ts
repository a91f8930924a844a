import { comparable } from '../cell-text.js';
import { type ColumnType, type Parsed } from './column.js';

const MOST_CHARACTERS = 10_000;
const YES = new Set(['yes', 'y', 'true', '1', 'x', '✓']);
const NO = new Set(['no', 'n', 'false', '0']);

/** Any text of at most 10,000 characters. */
export const text: ColumnType = {
  accepts: 'Text.',
  sqlType: 'text',
  parse: (cell) => {
    const value = String(cell);
    return value.length > MOST_CHARACTERS
      ? { fault: `The text has ${value.length} characters. Shorten it to ${MOST_CHARACTERS}.` }
      : { value };
  },
  format: String,
};

/** An e-mail address, checked only for what every address has. */
export const email: ColumnType = {
  ...text,
  accepts: 'An e-mail address.',
  parse: (cell) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(String(cell))
      ? { value: String(cell) }
      : { fault: 'This is not an e-mail address. Correct it or leave the cell empty.' },
};

/** Text of one form, such as a URN; numbers that Excel kept (`123456.0`) are taken for their digits. */
export function code(accepts: string, pattern: RegExp, example: string): ColumnType {
  return {
    accepts,
    sqlType: 'text',
    parse: (cell) => {
      const value = String(cell)
        .replace(/^(\d+)\.0+$/u, '$1')
        .toUpperCase();
      return pattern.test(value)
        ? { value }
        : { fault: `This does not look like ${example}. Correct it.` };
    },
    format: String,
  };
}

export const urn = code('A URN of six digits.', /^\d{6}$/u, 'a URN, which has six digits (100091)');
export const reference = code(
  'A reference such as LR-001.',
  /^[A-Z0-9][A-Z0-9-]{0,39}$/u,
  'a reference such as LR-001: capital letters, digits and hyphens, at most 40',
);
export const trustUid = code(
  'The trust’s UID.',
  /^[A-Z0-9-]{1,20}$/u,
  'a trust’s UID, such as 2053',
);
export const authorityCode = code(
  'The authority’s DfE code of three digits.',
  /^\d{3}$/u,
  'a local authority’s code, which has three digits (202)',
);
export const yearId = code('An academic year such as 2026/27.', /^\d{4}\/\d{2}$/u, '2026/27');

/** A term's id such as `spring-2027`; `Spring 2027` is understood. */
export const termId: ColumnType = {
  accepts: 'A term such as spring-2027.',
  sqlType: 'text',
  parse: (cell) => {
    const match = /^(autumn|spring|summer)[\s-]*(?:term[\s-]*)?(\d{4})$/iu.exec(String(cell));
    return match
      ? { value: `${String(match[1]).toLowerCase()}-${String(match[2])}` }
      : { fault: 'This is not a term. Write it as spring-2027.' };
  },
  format: String,
};

/** One of a list of codes: read as code or label, written as label. */
export function choice(
  labels: Readonly<Record<string, string>>,
  spellings: Readonly<Record<string, string>> = {},
): ColumnType {
  const byText = new Map<string, string>();
  for (const [value, label] of Object.entries(labels)) {
    byText.set(comparable(value), value);
    byText.set(comparable(label), value);
  }
  for (const [spelling, value] of Object.entries(spellings))
    byText.set(comparable(spelling), value);
  const allowed = Object.values(labels).join(', ');
  return {
    accepts: `One of: ${allowed}.`,
    sqlType: 'text',
    parse: (cell) => {
      const value = byText.get(comparable(String(cell)));
      return value === undefined ? { fault: `Write one of: ${allowed}.` } : { value };
    },
    format: (value) => labels[String(value)] ?? String(value),
  };
}

export const yesNo: ColumnType = {
  accepts: 'Yes or No.',
  sqlType: 'boolean',
  parse: (cell) => {
    const word = String(cell).toLowerCase();
    if (YES.has(word)) return { value: true };
    return NO.has(word) ? { value: false } : { fault: 'Write Yes or No.' };
  },
  format: (value) => (value === true ? 'Yes' : 'No'),
};

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number): ColumnType {
  return {
    accepts: `A whole number from ${least} to ${most}.`,
    sqlType: 'integer',
    parse: (cell) => {
      const value = numberOf(cell);
      return value !== undefined && Number.isInteger(value) && value >= least && value <= most
        ? { value }
        : { fault: `Write a whole number from ${least} to ${most}.` };
    },
    format: Number,
  };
}

/** A decimal number from `least` to `most`; kept to seven places, a centimetre in degrees. */
export function decimal(least: number, most: number): ColumnType {
  return {
    accepts: `A number from ${least} to ${most}.`,
    sqlType: 'double precision',
    parse: (cell) => {
      const value = numberOf(cell);
      return value !== undefined && value >= least && value <= most
        ? { value: Math.round(value * 1e7) / 1e7 }
        : { fault: `Write a number from ${least} to ${most}, with a point before the decimals.` };
    },
    format: Number,
  };
}

/** Several values joined by semicolons, as a set: sorted, each once. */
export function listOf(item: ColumnType): ColumnType {
  return {
    accepts: `${item.accepts} Several are joined by semicolons.`,
    sqlType: 'text[]',
    parse: (cell, epoch1904) => {
      const parts = String(cell)
        .split(/[;|\n]/u)
        .map((part) => part.trim())
        .filter((part) => part !== '');
      const parsed = parts.map((part) => item.parse(part, epoch1904));
      const fault = parsed.find((each): each is { fault: string } => 'fault' in each);
      return fault ?? { value: sortedOnce(parsed) };
    },
    format: (value) =>
      (value as readonly string[]).map((each) => String(item.format(each))).join('; '),
  };
}

function sortedOnce(parsed: Parsed[]): string[] {
  const values = parsed.map((each) => ('value' in each ? String(each.value) : ''));
  return [...new Set(values)].sort();
}

function numberOf(cell: string | number | boolean): number | undefined {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : undefined;
  if (typeof cell === 'boolean' || !/^[+-]?\d+(?:,\d{3})*(?:\.\d+)?$/u.test(cell)) return undefined;
  const value = Number(cell.replace(/,/gu, ''));
  return Number.isFinite(value) ? value : undefined;
}

/** A postcode district; of a whole postcode only the district is kept. */
export const district: ColumnType = {
  accepts: 'A postcode district such as NE1. Of a whole postcode only the district is kept.',
  sqlType: 'text',
  parse: (cell) => {
    const match = /^([A-Z]{1,2}\d[A-Z\d]?)\s*(?:\d[A-Z]{2})?$/u.exec(String(cell).toUpperCase());
    return match?.[1]
      ? { value: match[1] }
      : { fault: 'This is not a postcode district. Write its first half, such as NE1.' };
  },
  format: String,
};
