/** The value that lies at a path, such as `commitment`, `LEAD`; undefined where there is none. */
export function valueAt(group: unknown, path: readonly string[]): unknown {
  return path.reduce((inner: unknown, step) => Reflect.get(Object(inner), step) as unknown, group);
}

/** The same group with another value at a path. */
export function withValueAt(group: unknown, path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const record = Object(group) as Record<string, unknown>;
  return { ...record, [step]: withValueAt(record[step], rest, value) };
}

/** Pounds as they are typed, in pence; what is no amount stays as it is, for the server to refuse. */
export function penceOf(pounds: string): number | string {
  const amount = Number(pounds.replace(/[£,\s]/gu, ''));
  return pounds.trim() === '' || Number.isNaN(amount) ? pounds : Math.round(amount * 100);
}

/** "1,250.00", without the sign. */
export function poundsOf(pence: unknown): string {
  return typeof pence === 'number'
    ? (pence / 100).toFixed(2)
    : String((pence as string | undefined) ?? '');
}

/** A number as it is typed; what is none stays as it is, for the server to refuse. */
export function numberOf(text: string): number | string {
  return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
}
