import type { DataSource, EntityManager } from 'typeorm';
import { z } from 'zod';
import { Refusal } from '../problems/refusal.js';

/**
 * Changes to many things at once: tried first, with what would become of each, then made in one transaction. Each is tried
 * by itself, so that one which is refused says why and does not hide what would become of the others.
 */

/** What becomes of one of many, as it goes out over HTTP. */
export const triedChange = {
  before: z.string().nullable(),
  after: z.string().nullable().meta({ description: 'null: it was refused' }),
  refusal: z
    .object({
      code: z.string(),
      message: z.string(),
      version: z.int().nullable().meta({
        description:
          'Where somebody else was first: what to send to put the change on top of theirs; else null',
      }),
    })
    .nullable()
    .meta({ description: 'Why it cannot be changed so; null: it can' }),
};
type TriedChange = z.output<z.ZodObject<typeof triedChange>>;

interface OneOfMany<Named, Undo> {
  /** Which it is. */
  named: Named;
  /** What the change is about as it stands, in words; null: there is no such thing. */
  said: () => Promise<string | null>;
  /** @throws Refusal when it cannot be */
  make: (manager: EntityManager) => Promise<Undo>;
}

/** Changes each in turn; `undo` is what takes back those that were not refused, in their order. */
export async function tryEach<Item, Named, Undo>(
  manager: EntityManager,
  items: readonly Item[],
  each: (item: Item) => OneOfMany<Named, Undo>,
): Promise<{ items: (Named & TriedChange)[]; accepted: number; refused: number; undo: Undo[] }> {
  const told: (Named & TriedChange)[] = [];
  const undo: Undo[] = [];
  for (const item of items) {
    const one = each(item);
    const tried = await tryOne(manager, one);
    told.push({ ...one.named, ...tried.told });
    if (tried.undo !== undefined) undo.push(tried.undo);
  }
  return { items: told, accepted: undo.length, refused: items.length - undo.length, undo };
}

/** Changes one of many in a savepoint; `undo` is what takes it back, undefined where it was refused. */
async function tryOne<Undo>(
  manager: EntityManager,
  { said, make }: Omit<OneOfMany<unknown, Undo>, 'named'>,
): Promise<{ told: TriedChange; undo: Undo | undefined }> {
  const before = await said();
  try {
    const undo = await manager.transaction(make);
    return { told: { before, after: await said(), refusal: null }, undo };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { told: { before, after: null, refusal: refusalOf(error) }, undo: undefined };
  }
}

/** Why one of many is refused. */
export function refusalOf({
  code,
  message,
  details,
}: Refusal): NonNullable<TriedChange['refusal']> {
  const version = details?.version;
  return { code, message, version: typeof version === 'number' ? version : null };
}

/** Carries an answer out of a transaction that is taken back. */
class Taken<Told> extends Error {
  constructor(readonly told: Told) {
    super('Only tried');
  }
}

/** What the work would come to; nothing of it is kept. */
export async function onlyTried<Told>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Told>,
): Promise<Told> {
  try {
    return await dataSource.transaction(async (manager) => {
      throw new Taken(await work(manager));
    });
  } catch (error) {
    if (error instanceof Taken) return (error as Taken<Told>).told;
    throw error;
  }
}

interface Result {
  items: TriedChange[];
  refused: number;
}

interface Words<Item> {
  /** “one review”, “2 reviews” */
  count: (refused: number) => string;
  /** “be changed so” */
  what: string;
  /** Which of the items it is, for people. */
  name: (item: Item) => string;
}

/**
 * All of the changes in one transaction, or none.
 *
 * @throws Refusal 409 when one of them is refused, with why for each
 */
export function allOrNone<Made extends Result>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<Made>,
  { count, what, name }: Words<Made['items'][number]>,
): Promise<Made> {
  return dataSource.transaction(async (manager) => {
    const result = await work(manager);
    if (result.refused === 0) return result;
    const faults = result.items.flatMap((item: Made['items'][number], index) =>
      item.refusal === null
        ? []
        : [{ pointer: `#/items/${index}`, field: name(item), message: item.refusal.message }],
    );
    throw new Refusal(
      'CHANGES_REFUSED',
      `Nothing was changed: ${count(result.refused)} cannot ${what}. See errors for each, and leave them out.`,
      409,
      faults.slice(0, 100),
    );
  });
}
