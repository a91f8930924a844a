import type { LeadNetwork } from './lead-network.js';
import { atLeastNothing, compare } from './limbs.js';
import type { Assured, RestrictedNetwork, Restriction } from './restricted-network.js';

/** Part of a branch, and how much more than the flow of the whole it costs at least, in limbs. */
export interface Part {
  restrictions: readonly Restriction[];
  more: readonly number[];
}

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

  /** By what the branch does not yet say of one new lead's assurer. */
  by(restrictions: readonly Restriction[], person: number): Part[] {
    const known = restrictions.find(
      (each): each is Assured => each.kind === 'ASSURED' && each.person === person,
    );
    const others = restrictions.filter((each) => each !== known);
    if (known && known.week !== null) return this.byAssurer(others, known, known.week);
    const asked = known ?? { kind: 'ASSURED', person, week: null, assurer: null };
    const parts = [...this.leastByWeek(person)].map(([week, more]): Part => ({
      restrictions: [...others, { ...asked, week }],
      more,
    }));
    if (known) return parts;
    return [...parts, { restrictions: [...others, { kind: 'LEADS_NOTHING', person }], more: [] }];
  }

  private canBeAssured(person: number): boolean {
    return this.network.assurances.some(({ newLead }) => newLead === person);
  }

  private byAssurer(others: readonly Restriction[], known: Assured, at: number): Part[] {
    if (known.assurer !== null) throw new Error('An assurer who is held was not seated.');
    return this.network.assurances.flatMap(({ newLead, week, assurer }, index): Part[] => {
      const isThis = newLead === known.person && week === at;
      if (!isThis || !this.restricted.canHold(others, assurer, week)) return [];
      const more = this.flowsNeeds
        ? atLeastNothing(this.network.reducedCostsOfAssurance(index))
        : [];
      return [{ restrictions: [...others, { ...known, assurer }], more }];
    });
  }

  /** For each week in which somebody could assure a new lead, what leading there costs at least, and being assured. */
  private leastByWeek(person: number): Map<number, readonly number[]> {
    const leading = new Cheapest();
    for (const index of this.restricted.assurableArcs(person)) {
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

class Cheapest {
  readonly byWeek = new Map<number, readonly number[]>();

  take(week: number, reduced: readonly number[]): void {
    const cost = atLeastNothing(reduced);
    const known = this.byWeek.get(week);
    if (!known || compare(cost, known) < 0) this.byWeek.set(week, cost);
  }
}
