/** One field of an entry that changed, in words. */
export interface ChangedValue {
  field: string;
  before: string;
  after: string;
}

const NOTHING = '–';
const MOST_FIELDS = 60;

/** What an entry changed, field by field; fields that stayed are left out. */
export function changedValues({
  subject,
  before,
  after,
}: {
  subject: string;
  before: unknown;
  after: unknown;
}): ChangedValue[] {
  const [was, is] = [leavesOf(before), leavesOf(subject === 'setting' ? settingOf(after) : after)];
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  return fields
    .map((field) => ({
      field: field === '' ? 'Value' : field,
      before: was.get(field) ?? NOTHING,
      after: is.get(field) ?? NOTHING,
    }))
    .filter((change) => change.before !== change.after)
    .slice(0, MOST_FIELDS);
}

/** A setting's entry holds the value before, and after it the value with its first and last day. */
function settingOf(after: unknown): unknown {
  if (!isRecord(after) || !('value' in after)) return after;
  const { value, from, to } = after;
  const days = { holdsFrom: from, ...(to === undefined || to === null ? {} : { holdsUntil: to }) };
  return isRecord(value) ? { ...value, ...days } : { value, ...days };
}

/** Every value that is no list or record of its own, by where it lies. */
function leavesOf(value: unknown, path: readonly string[] = []): Map<string, string> {
  if (Array.isArray(value)) {
    if (value.every((item) => !isRecord(item))) {
      return new Map([[fieldInWords(path), value.map(inWords).join(', ') || NOTHING]]);
    }
    return merged(value.map((item, index) => leavesOf(item, [...path, labelOf(item, index)])));
  }
  if (isRecord(value)) {
    const isNamed = path.length > 0;
    return merged(
      Object.entries(value)
        .filter(([key]) => !(isNamed && LABELS.has(key)))
        .map(([key, inner]) => leavesOf(inner, [...path, key])),
    );
  }
  return value === null || value === undefined
    ? new Map<string, string>()
    : new Map([[fieldInWords(path), inWords(value)]]);
}

/** By these an item of a list is told from the others; they are not repeated as its values. */
const LABELS = new Set(['title', 'name', 'season', 'kind', 'number']);

/** "Autumn 1" rather than "1". */
function labelOf(item: unknown, index: number): string {
  if (!isRecord(item)) return String(index + 1);
  const { title, name, season } = item;
  const label = [title, name, season].find((each) => typeof each === 'string');
  return typeof label === 'string' ? label : String(index + 1);
}

function merged(maps: Map<string, string>[]): Map<string, string> {
  return new Map(maps.flatMap((map) => [...map]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** "byName, Least travel, travelStep" becomes "By name, Least travel, travel step". */
function fieldInWords(path: readonly string[]): string {
  const words = path
    .map((step) =>
      /^[a-z]+[A-Z]/u.test(step)
        ? step.replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)
        : isCode(step)
          ? step.toLowerCase().replaceAll('_', ' ')
          : step,
    )
    .join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A word of programs, such as `IN_PERSON`; abbreviations such as ASD stay as they are. */
function isCode(text: string): boolean {
  return /^[A-Z]{4,}$|^[A-Z]+_[A-Z_]+$/u.test(text);
}

const dateFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

function inWords(value: unknown): string {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  const text = String(value);
  if (isCode(text)) return text.toLowerCase().replaceAll('_', ' ');
  return /^\d{4}-\d{2}-\d{2}$/u.test(text)
    ? dateFormat.format(new Date(`${text}T00:00:00Z`))
    : text;
}
