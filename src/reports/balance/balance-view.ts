import { type Balance, type Specialism } from '../../allocations/recruiting/recruiting-types.js';
import { type StoredRecruiting } from '../../allocations/recruiting/recruiting-study.js';
import { type ScopeRecruiting } from '../../allocations/recruiting/recruitings.service.js';
import { counted } from '../../allocations/summary/phrases.js';
import { minuteInWords } from '../../calendar/words.js';
import {
  addedInWords,
  headline,
  type NeedNames,
  reviewsAdded,
  scopeName,
  specialismName,
  toKnow,
  typicalInWords,
} from './balance-words.js';
import {
  type BalanceQuery,
  type BalanceRegion,
  type BalanceRow,
  type BalanceView,
} from './balance.schema.js';

/** Supply and demand of a term or what is left of a year as people read it. */
export function balanceView(
  { scope, scopes, isNow, done, underWay, failed }: ScopeRecruiting,
  query: BalanceQuery,
  needs: NeedNames,
): BalanceView {
  return {
    scope: { ...scope, name: scopeName(scope) },
    title: `Supply and demand, ${scope.name}`,
    scopes: scopes.map((each) => ({ ...each, name: scopeName(each) })),
    isNow,
    balance: done === null ? null : told(done, query, needs),
    underWay:
      underWay === null
        ? null
        : { done: underWay.done, of: underWay.total, words: courseInWords(underWay) },
    failure: failed?.failure ?? null,
  };
}

function courseInWords({ state, done, total }: StoredRecruiting): string {
  if (state === 'QUEUED') return 'Waiting for a worker';
  if (done === 0) return 'Planning all reviews as people stand';
  return `${Math.min(done - 1, total - 2)} of ${total - 2} regions and specialisms solved again with one more lead`;
}

function told(
  stored: StoredRecruiting,
  query: BalanceQuery,
  needs: NeedNames,
): NonNullable<BalanceView['balance']> {
  const { facts, result } = stored;
  const balances = result?.balances ?? [];
  const priority = new Set(facts.priorityRegions);
  const all = balances.at(-1);
  const reached = result?.reached.short ?? 0;
  const rows = balances.flatMap((balance) => rowOf(balance, { priority, needs, reached }));
  return {
    asAt: stored.asAt,
    computed: minuteInWords(stored.computedAt ?? stored.requestedAt),
    isStale: stored.isStale,
    sentence: headline(stored, needs),
    more: toKnow(stored),
    typical: typicalInWords(stored),
    ...figuresOf(all),
    regions: balances
      .flatMap((balance) => regionOf(balance, priority))
      .sort((a, b) => byRegion(a, b)),
    specialisms: balances.flatMap(({ region, specialism }) =>
      region === null && specialism !== null ? [named(specialism, needs)] : [],
    ),
    rows: rows.filter((row) => isShown(row, query)).sort(inOrder),
    total: rows.length,
  };
}

export function isShown(
  row: Pick<BalanceRow, 'region' | 'specialism' | 'without'>,
  { region, specialism, only }: BalanceQuery,
): boolean {
  return (
    (region === undefined || row.region === region) &&
    (specialism === undefined || row.specialism.code === specialism) &&
    (only === undefined || row.without > 0)
  );
}

function figuresOf(
  balance: Balance | undefined,
): Pick<BalanceRow, 'demand' | 'canBeLed' | 'short' | 'without'> {
  const { demand = [], canBeLed = 0, without = [] } = balance ?? {};
  return {
    demand: demand.length,
    canBeLed,
    short: demand.length - canBeLed,
    without: without.length,
  };
}

function named(specialism: Specialism, needs: NeedNames): BalanceRow['specialism'] {
  return { ...specialism, name: specialismName(specialism, needs) };
}

/** @param reached reviews short of commitments without anybody more */
function rowOf(
  balance: Balance,
  {
    priority,
    needs,
    reached,
  }: { priority: ReadonlySet<string>; needs: NeedNames; reached: number },
): BalanceRow[] {
  const { region, specialism, more } = balance;
  const [one] = more;
  if (region === null || specialism === null || one === undefined) return [];
  return [
    {
      region,
      isPriority: priority.has(region),
      specialism: named(specialism, needs),
      ...figuresOf(balance),
      added: {
        reviews: reviewsAdded(one),
        led: one.led,
        shortOfCommitments: one.reached.short - reached,
        upTo: more.map((added) => ({ people: added.people, reviews: reviewsAdded(added) })),
        words: addedInWords(balance),
      },
    },
  ];
}

function regionOf(balance: Balance, priority: ReadonlySet<string>): BalanceRegion[] {
  const { region, specialism } = balance;
  if (region === null || specialism !== null) return [];
  const figures = figuresOf(balance);
  return [{ region, isPriority: priority.has(region), ...figures, words: regionWords(figures) }];
}

function regionWords({ demand, without, short }: ReturnType<typeof figuresOf>): string {
  if (without === 0) return `All ${counted(demand, 'review')} have a lead in the best plan.`;
  const have = without === 1 ? 'has' : 'have';
  const never =
    short === 0 ? '' : short === without ? ', nor in any other' : `; ${short} in no plan at all`;
  return `${without} of ${counted(demand, 'review')} ${have} no lead in the best plan${never}.`;
}

/** Regions that come first, then where the most reviews have no lead, then by name. */
function inOrder(a: BalanceRow, b: BalanceRow): number {
  return (
    byRegion(a, b) ||
    (a.specialism.kind === b.specialism.kind ? 0 : a.specialism.kind === 'PHASE' ? -1 : 1) ||
    (a.specialism.name < b.specialism.name ? -1 : 1)
  );
}

function byRegion(
  a: Pick<BalanceRow, 'region' | 'isPriority'>,
  b: Pick<BalanceRow, 'region' | 'isPriority'>,
): number {
  if (a.region === b.region) return 0;
  return Number(b.isPriority) - Number(a.isPriority) || (a.region < b.region ? -1 : 1);
}
