/**
 * Reads the part of an address behind the question mark. What is not understood counts as not there, so that an old link
 * still opens its page.
 */
export type RawSearch = Readonly<Record<string, unknown>>;

/** Words, if there are any. Numbers in an address arrive as numbers. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** One of the words that are known. */
export function oneOf<const Word extends string>(
  value: unknown,
  known: readonly Word[],
): Word | undefined {
  return known.find((word) => word === value);
}

/** A list of words, written `a,b,c`. */
export function list(value: unknown): string[] | undefined {
  const words = text(value)
    ?.split(',')
    .filter((word) => word !== '');
  return words === undefined || words.length === 0 ? undefined : words;
}

/** Without the fields that say nothing, so that addresses stay short. */
export function said<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
}

/** Every field that says something, for pages whose fields are those of the data they show. */
export function fields(raw: RawSearch): Record<string, string> {
  const given = Object.entries(raw).map(([field, value]) => [field, text(value)] as const);
  return Object.fromEntries(
    given.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
