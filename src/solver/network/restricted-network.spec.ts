import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tinyProblem } from '../../../test/solver/generate.js';
import { partsOf } from '../../../test/solver/network-parts.js';
import { RestrictedNetwork, type Restriction } from './restricted-network.js';

const going = (): boolean => false;

describe('a branch in which a new lead leads nothing', () => {
  it.each([true, false])(
    'has no flow in which they lead, also where they may assure others (needs flow: %s)',
    (flowsNeeds) => {
      let assuring = 0;
      const allNew = tinyProblem({ people: 5, reviews: 5, weeks: 3 }).map((of) => ({
        ...of,
        leads: of.leads.map((lead) => ({ ...lead, isNew: lead.roles.includes('LEAD') })),
      }));
      fc.assert(
        fc.property(allNew, (of) => {
          const { network, seconds } = partsOf(of);
          const restricted = new RestrictedNetwork(of, network, seconds, flowsNeeds, null);
          const chosenBy = (person: number): number =>
            network.chosen().filter((index) => network.arcs[index]?.person === person).length;
          of.leads.forEach(({ isNew }, person) => {
            if (!isNew) return;
            if (network.mayAssure(person)) assuring++;
            const before = network.solve(going) && network.values();
            // What meets another's need leaves the load of whoever may assure.
            const asked = [...new Set(network.assurances.map(({ newLead }) => newLead))]
              .filter((newLead) => newLead !== person)
              .map((newLead): Restriction => ({
                kind: 'ASSURED',
                person: newLead,
                week: null,
                assurer: null,
              }));
            restricted.apply([...asked, { kind: 'LEADS_NOTHING', person }]);
            network.solve(going);
            if (!restricted.isBroken()) expect(chosenBy(person)).toBe(0);
            restricted.apply([]);
            network.solve(going);
            expect(network.values()).toEqual(before);
          });
        }),
        { numRuns: 200, seed: 20281128 },
      );
      expect(assuring).toBeGreaterThan(50);
    },
  );
});
