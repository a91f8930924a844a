import type { Assurance } from './assurances.js';
import type { LeadNetwork } from './lead-network.js';
import { atLeastNothing, compare } from './limbs.js';
import type { Assured, RestrictedNetwork, Restriction } from './restricted-network.js';

/** Part of a branch, and how much more than the flow of the whole it costs at least, in limbs. */
export interface Part {
  restrictions: readonly Restriction[];
  more: readonly number[];
}

/** How many more parts are worth it where they settle the assurer with the week. */
const MOST_FINER = 1.5;

/**
 * How a branch is divided by who assures new leads: one leads nothing or has an assurer; who has an assurer has one in
 * some week; and in a week that is known somebody assures them. Right after a solve of the branch.
 */
export class AssurerBranches {
  constructor(
    private readonly network: LeadNetwork,
    private readonly restricted: RestrictedNetwork,
    private readonly flowsNeeds: boolean,
  ) {}

  /** New leads whose need flows, not yet known by whom it is met. */
  open(restrictions: readonly Restriction[]): number[] {
    return restrictions.flatMap((each) =>
      each.kind === 'ASSURED' && each.assurer === null ? [each.person] : [],
    );
  }

  /** All of these new leads are assured, or one of them is the first who leads nothing. */
  ask(restrictions: readonly Restriction[], newLeads: readonly number[]): Part[] {
    const asked: Restriction[] = [];
    const parts: Part[] = [];
    for (const person of newLeads) {
      const nothing: Restriction = { kind: 'LEADS_NOTHING', person };
      parts.push({ restrictions: [...restrictions, ...asked, nothing], more: [] });
      if (!this.canBeAssured(person)) return parts;
      asked.push({ kind: 'ASSURED', person, week: null, assurer: null });
    }
    return [{ restrictions: [...restrictions, ...asked], more: [] }, ...parts];
  }

  /** By what the branch does not yet say of one new lead's assurer; the week first, where several could come in it. */
  by(
    restrictions: readonly Restriction[],
    person: number,
    isLeft: (part: Part) => boolean,
  ): Part[] {
    const known = restrictions.find(
      (each): each is Assured => each.kind === 'ASSURED' && each.person === person,
    );
    const others = restrictions.filter((each) => each !== known);
    if (known && known.week !== null) return this.byAssurer(others, known).filter(isLeft);
    const parts = this.byWeek(others, known, person).filter(isLeft);
    if (!known || !this.flowsNeeds) return parts;
    const finer = this.byAssurer(others, known).filter(isLeft);
    return finer.length <= MOST_FINER * parts.length ? finer : parts;
  }

  private byWeek(
    others: readonly Restriction[],
    known: Assured | undefined,
    person: number,
  ): Part[] {
    const asked = known ?? { kind: 'ASSURED', person, week: null, assurer: null };
    const weeks = freeFirst([...this.leastByWeek(person)], ([week]) => !this.isMetIn(person, week));
    const parts = weeks.map(([week, more]): Part => ({
      restrictions: [...others, { ...asked, week }],
      more,
    }));
    if (known) return parts;
    return [...parts, { restrictions: [...others, { kind: 'LEADS_NOTHING', person }], more: [] }];
  }

  /** Whether a new lead leads in a week already, and one of those who could assure them then has no seat. */
  private isMetIn(person: number, week: number): boolean {
    const { network } = this;
    return (
      network.isBusy(person, week) &&
      network.assurances.some(
        (each) =>
          each.newLead === person && each.week === week && !network.isBusy(each.assurer, week),
      )
    );
  }

  private canBeAssured(person: number): boolean {
    return this.network.assurances.some(({ newLead }) => newLead === person);
  }

  private byAssurer(others: readonly Restriction[], known: Assured): Part[] {
    if (known.assurer !== null) throw new Error('An assurer who is held was not seated.');
    const could = [...this.network.assurances.entries()].filter(
      ([, { newLead, week, assurer }]) =>
        newLead === known.person &&
        (known.week === null || week === known.week) &&
        this.restricted.canHold(others, assurer, week),
    );
    return freeFirst(could, ([, { week, assurer }]) => this.network.isBusy(assurer, week)).map(
      ([index, { week, assurer }]) => ({
        restrictions: [...others, { ...known, week, assurer }],
        more: this.flowsNeeds ? this.leastBy(index) : [],
      }),
    );
  }

  /** What an assurance costs at least, beyond the flow. */
  private leastBy(index: number): readonly number[] {
    const { newLead, week, assurer } = this.network.assurances[index] as Assurance;
    const meeting = atLeastNothing(this.network.reducedCostsOfAssurance(index));
    let leading: readonly number[] | null = null;
    for (const arc of this.restricted.assurableArcs(newLead, week, assurer)) {
      const cost = atLeastNothing(this.network.reducedCosts(arc));
      if (!leading || compare(cost, leading) < 0) leading = cost;
    }
    return meeting.map((each, i) => each + (leading?.[i] ?? Infinity));
  }

  /** For each week in which somebody could assure a new lead, what leading there costs at least, and being assured. */
  private leastByWeek(person: number): Map<number, readonly number[]> {
    const leading = new Cheapest();
    for (const index of this.restricted.assurableArcs(person, null, null)) {
      leading.take(this.network.arcs[index]?.week as number, this.network.reducedCosts(index));
    }
    if (!this.flowsNeeds) return leading.byWeek;
    const meeting = new Cheapest();
    this.network.assurances.forEach(({ newLead, week }, index) => {
      if (newLead === person) meeting.take(week, this.network.reducedCostsOfAssurance(index));
    });
    return new Map(
      [...leading.byWeek].flatMap(([week, cost]): [number, readonly number[]][] => {
        const met = meeting.byWeek.get(week);
        return met ? [[week, cost.map((each, i) => each + (met[i] as number))]] : [];
      }),
    );
  }
}

/** Of parts that look alike those come first that change the flow least: a plunge takes the first. */
function freeFirst<T>(parts: readonly T[], isTaken: (part: T) => boolean): T[] {
  return [...parts.filter((each) => !isTaken(each)), ...parts.filter(isTaken)];
}

class Cheapest {
  readonly byWeek = new Map<number, readonly number[]>();

  take(week: number, reduced: readonly number[]): void {
    const cost = atLeastNothing(reduced);
    const known = this.byWeek.get(week);
    if (!known || compare(cost, known) < 0) this.byWeek.set(week, cost);
  }
}
