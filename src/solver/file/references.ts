import { isMonday } from './civil-date.js';
import { type Faults, show } from './faults.js';
import { type Json } from './json-text.js';

const PINNED_PEOPLE = ['lead', 'qualityAssurer', 'shadow'] as const;

/**
 * Reports names that stand for nothing: "a pin or ban that names a review or person (in any seat)
 * not in the problem", "a week in a review's `windows` that is not in `weeks`". It looks at the
 * file as it stands, so that these faults are found beside others; where the names to compare with
 * are themselves in doubt it says nothing.
 */
export function reportUnknownNames(file: Json, faults: Faults): void {
  const weeks = namesOf(field(file, 'weeks'), isMonday);
  const people = idsOf(field(file, 'leads'));
  const reviews = idsOf(field(file, 'reviews'));

  const check = (
    holder: Json,
    key: string,
    known: ReadonlySet<string> | null,
    what: string,
  ): void => {
    const named = field(holder, key);
    if (typeof named !== 'string' || known === null || known.has(named)) return;
    faults.at(key, () => faults.report(`${show(named)} is ${what}; correct it or take it out.`));
  };

  eachItem(file, 'reviews', faults, (review) => {
    eachItem(review, 'windows', faults, (slot) => {
      check(slot, 'week', weeks?.size === 0 ? null : weeks, 'not one of the weeks of the problem');
    });
  });
  eachItem(file, 'pins', faults, (pin) => {
    check(pin, 'review', reviews, 'not the id of a review of the problem');
    for (const seat of PINNED_PEOPLE) {
      check(pin, seat, people, 'not the id of a person of the problem');
    }
  });
  eachItem(file, 'bans', faults, (ban) => {
    check(ban, 'lead', people, 'not the id of a person of the problem');
    check(ban, 'review', reviews, 'not the id of a review of the problem');
  });
}

function eachItem(holder: Json, key: string, faults: Faults, look: (item: Json) => void): void {
  faults.at(key, () => {
    for (const [index, item] of items(field(holder, key)).entries()) {
      if (faults.enough) return;
      faults.at(index, () => {
        look(item);
      });
    }
  });
}

function field(holder: Json, key: string): Json {
  return holder instanceof Map ? (holder.get(key) ?? null) : null;
}

function items(list: Json): Json[] {
  return Array.isArray(list) ? list : [];
}

function idsOf(list: Json): ReadonlySet<string> | null {
  return Array.isArray(list) ? namesOf(list.map((item) => field(item, 'id'))) : null;
}

/** The names of a list, or null when it is not a list of sound names. */
function namesOf(
  list: Json,
  isSound = (name: string): boolean => name !== '',
): ReadonlySet<string> | null {
  if (!Array.isArray(list)) return null;
  const names = list.filter((item) => typeof item === 'string' && isSound(item)) as string[];
  return names.length === list.length ? new Set(names) : null;
}
