/** A part of a value that cannot be kept, as a schema would tell of it. */
export interface Unstorable {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The NUL character and half a surrogate pair, neither of which PostgreSQL holds. */
const broken = /\0|\p{Surrogate}/u;
const brokenText =
  'has a character that is no text, such as NUL. Type it again, or leave the character out.';

/** No request of ours is nested half as deep; what is may exhaust the stack of whoever reads it. */
const deepest = 100;

interface Part {
  readonly value: unknown;
  readonly key: PropertyKey;
  readonly holder: Part | undefined;
  readonly depth: number;
}

/** Whatever in a parsed request the database cannot hold, keys included; at most a hundred places. */
export function unstorableParts(whole: unknown): Unstorable[] {
  const found: Unstorable[] = [];
  // No recursion: the value may be nested deeper than the stack.
  const waiting: Part[] = [{ value: whole, key: '', holder: undefined, depth: 0 }];
  for (let part = waiting.pop(); part !== undefined && found.length < 100; part = waiting.pop()) {
    const { value, depth } = part;
    if (typeof value === 'string') {
      if (broken.test(value)) found.push({ path: pathOf(part), message: brokenText });
    } else if (typeof value === 'object' && value !== null) {
      if (depth === deepest) {
        found.push({ path: pathOf(part).slice(0, 3), message: 'is nested too deeply' });
        return found;
      }
      for (const key of Object.keys(value)) {
        const held: unknown = Reflect.get(value, key);
        const place = Array.isArray(value) ? Number(key) : key;
        if (typeof place === 'string' && broken.test(place)) {
          found.push({ path: pathOf(part), message: `has a field whose name ${brokenText}` });
        }
        waiting.push({ value: held, key: place, holder: part, depth: depth + 1 });
      }
    }
  }
  return found;
}

function pathOf(part: Part): PropertyKey[] {
  const path: PropertyKey[] = [];
  for (let at: Part = part; at.holder !== undefined; at = at.holder) path.unshift(at.key);
  return path;
}
