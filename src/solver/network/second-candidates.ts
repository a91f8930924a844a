import { company } from '../aims/company.js';
import { type Candidate, valuedSeat } from '../candidates.js';
import { type Problem, type Role, type Slot, WINDOWS } from '../problem.js';

export type SecondRole = Exclude<Role, 'LEAD'>;

/** Somebody who may take a second seat, and what the seat adds to the aim `company`. */
export interface SecondCandidate {
  candidate: Candidate;
  person: number;
  company: number;
}

type Lists = Record<SecondRole, Map<number, SecondCandidate[]>>;

/** Who may assure and who may shadow, by review and slot; those that suit best first. */
export class SecondCandidates {
  private readonly lists: Lists = { QUALITY_ASSURER: new Map(), SHADOW: new Map() };
  private readonly pinned: Record<SecondRole, Set<number>> = {
    QUALITY_ASSURER: new Set(),
    SHADOW: new Set(),
  };
  private readonly weekIndex: ReadonlyMap<string, number>;

  /** @param candidates those that the pins allow (`pinned-candidates.ts`) */
  constructor(
    private readonly problem: Problem,
    candidates: readonly Candidate[],
  ) {
    this.weekIndex = new Map(problem.weeks.map((week, index) => [week, index]));
    const companyOf = company.seatValues(problem);
    for (const candidate of candidates) {
      const { lead, review, role, slot } = candidate;
      if (role === 'LEAD') continue;
      const lists = this.lists[role];
      const key = this.at(review, slot);
      const list = lists.get(key);
      const second = {
        candidate,
        person: lead,
        company: companyOf(valuedSeat(problem, candidate)),
      };
      if (list) list.push(second);
      else lists.set(key, [second]);
    }
    for (const list of [...this.lists.QUALITY_ASSURER.values(), ...this.lists.SHADOW.values()]) {
      list.sort((a, b) => a.company - b.company || a.person - b.person);
    }
    this.notePins();
  }

  /**
   * Those that a problem leaves which only restricts this one.
   *
   * @param isKept whether it leaves a candidate
   * @param touched it leaves all others
   */
  narrowed(
    problem: Problem,
    isKept: (candidate: Candidate) => boolean,
    touched: { people: ReadonlySet<number>; reviews: ReadonlySet<number> },
  ): SecondCandidates {
    const left = new SecondCandidates(problem, []);
    const isTouched = ({ person, candidate }: SecondCandidate): boolean =>
      touched.people.has(person) || touched.reviews.has(candidate.review);
    for (const role of ['QUALITY_ASSURER', 'SHADOW'] as const) {
      const lists = (left.lists[role] = new Map(this.lists[role]));
      for (const [key, list] of this.lists[role]) {
        const isWhole = touched.people.size === 0 && !touched.reviews.has(this.reviewAt(key));
        if (isWhole || !list.some(isTouched)) continue;
        const kept = list.filter(({ candidate }) => isKept(candidate));
        if (kept.length > 0) lists.set(key, kept);
        else lists.delete(key);
      }
    }
    return left;
  }

  private notePins(): void {
    const { pins, reviews } = this.problem;
    const reviewIndex = new Map(reviews.map(({ id }, index) => [id, index]));
    for (const pin of pins) {
      const review = reviewIndex.get(pin.review) as number;
      if (pin.qualityAssurer !== undefined) this.pinned.QUALITY_ASSURER.add(review);
      if (pin.shadow !== undefined) this.pinned.SHADOW.add(review);
    }
  }

  of(role: SecondRole, review: number, slot: Slot): readonly SecondCandidate[] {
    return this.lists[role].get(this.at(review, slot)) ?? [];
  }

  /** Whether a pin names who takes this seat. */
  isPinned(review: number, role: SecondRole): boolean {
    return this.pinned[role].has(review);
  }

  /** At most this many shadow seats can be taken: a largest matching of people to reviews. */
  mostShadows(): number {
    const reviewsOf = new Map<number, Set<number>>();
    for (const [key, list] of this.lists.SHADOW) {
      const review = this.reviewAt(key);
      for (const { person } of list) {
        const theirs = reviewsOf.get(person);
        if (theirs) theirs.add(review);
        else reviewsOf.set(person, new Set([review]));
      }
    }
    return largestMatching(new Map([...reviewsOf].map(([who, set]) => [who, [...set]]))).size;
  }

  private reviewAt(key: number): number {
    return Math.floor(key / (this.problem.weeks.length * WINDOWS.length));
  }

  private at(review: number, { week, window }: Slot): number {
    const slot = (this.weekIndex.get(week) ?? 0) * WINDOWS.length + WINDOWS.indexOf(window);
    return review * this.problem.weeks.length * WINDOWS.length + slot;
  }
}

/**
 * A largest matching of the keys to one of their values each, no value twice, by augmenting paths (Berge 1957). Earlier
 * values are preferred.
 *
 * @returns from key to its value
 */
export function largestMatching(
  options: ReadonlyMap<number, readonly number[]>,
): Map<number, number> {
  const holder = new Map<number, number>();
  const seat = (key: number, tried: Set<number>): boolean =>
    (options.get(key) ?? []).some((value) => {
      if (tried.has(value)) return false;
      tried.add(value);
      const other = holder.get(value);
      if (other !== undefined && !seat(other, tried)) return false;
      holder.set(value, key);
      return true;
    });
  for (const key of options.keys()) seat(key, new Set());
  return new Map([...holder].map(([value, key]) => [key, value]));
}
