import { describe, expect, it } from '@jest/globals';
import fc, { type Arbitrary } from 'fast-check';
import { person, problem, review, WEEK_1, WEEK_2 } from '../../../test/solver/builders.js';
import { tinyProblem } from '../../../test/solver/generate.js';
import { propertyCases } from '../../../test/solver/property-cases.js';
import { type Candidate, valuedSeat } from '../candidates.js';
import { usableCandidates } from '../model.js';
import type { Ban, Lead, Pin, Problem } from '../problem.js';
import { sitsOn } from '../rules/plan-rule.js';
import { compare } from './limbs.js';
import { NetworkBase } from './network-base.js';
import { RestrictedNetwork } from './restricted-network.js';

const SEED = 1;

/** A problem, and one that only restricts it: by more pins, more bans, and people who may take no seat any more. */
const restricted: Arbitrary<{ of: Problem; changed: Problem }> = tinyProblem()
  .filter(({ leads, reviews }) => leads.length > 0 && reviews.length > 0)
  .chain((of) => {
    const who = fc.constantFrom(...of.leads.map(({ id }) => id));
    const which = fc.constantFrom(...of.reviews.map(({ id }) => id));
    const week = fc.constantFrom(...of.weeks);
    const window = fc.constantFrom('MON_WED' as const, 'WED_FRI' as const);
    const pin: Arbitrary<Pin> = fc.oneof(
      fc.record({ review: which }),
      fc.record({ review: which, lead: who }),
      fc.record({ review: which, week, window }),
      fc.record({ review: which, shadow: who }),
      fc.record({ review: which, qualityAssurer: who }),
    );
    const ban: Arbitrary<Ban> = fc.oneof(
      fc.record({ lead: who }),
      fc.record({ lead: who, review: which }),
      fc.record({ lead: who, week }),
      fc.record({ lead: who, week, window }),
    );
    return fc.record({
      of: fc.constant(of),
      changed: fc
        .record({
          pins: fc.array(pin, { maxLength: 2 }),
          bans: fc.array(ban, { maxLength: 2 }),
          gone: fc.array(who, { maxLength: 1 }),
        })
        .map(({ pins, bans, gone }): Problem => {
          const all = [...of.pins, ...pins];
          const isGone = ({ id }: Lead): boolean =>
            gone.includes(id) && !all.some((each) => sitsOn(each, id));
          return {
            ...of,
            pins: all,
            bans: [...of.bans, ...bans],
            leads: of.leads.map((lead) =>
              isGone(lead) ? { ...lead, roles: [], isNew: false } : lead,
            ),
          };
        }),
    });
  });

const keyOf = ({ role, lead, review: at, slot }: Candidate): string =>
  `${role} ${lead} ${at} ${slot.week} ${slot.window}`;

/** Of these the seats that somebody can take: a second one beside a lead of the kind that it asks for. */
function takeable(of: Problem, candidates: readonly Candidate[]): string[] {
  const isNew = ({ lead }: Candidate): boolean => (of.leads[lead] as Lead).isNew;
  const all = usableCandidates(of).filter(({ role }) => role === 'LEAD');
  const isBeside = (second: Candidate, lead: Candidate): boolean =>
    lead.review === second.review &&
    lead.slot.week === second.slot.week &&
    lead.slot.window === second.slot.window &&
    isNew(lead) === (second.role === 'QUALITY_ASSURER');
  return candidates
    .filter((each) => each.role === 'LEAD' || all.some((lead) => isBeside(each, lead)))
    .map(keyOf)
    .sort();
}

/** Where a second seat was pinned before, leads are kept in slots in which whoever is named cannot sit any more. */
const isFollowedUp = ({ pins }: Problem): boolean =>
  pins.every((pin) => pin.qualityAssurer === undefined && pin.shadow === undefined);

const everySlot = ({ weeks }: Problem): { week: string; window: 'MON_WED' | 'WED_FRI' }[] =>
  weeks.flatMap((week) => [
    { week, window: 'MON_WED' as const },
    { week, window: 'WED_FRI' as const },
  ]);

describe('a network narrowed to a problem that restricts its own', () => {
  it('keeps the candidates of that problem', () => {
    let isLess = 0;
    fc.assert(
      fc.property(restricted, ({ of, changed }) => {
        const base = new NetworkBase(of);
        const { narrowing } = base.narrow(changed);
        const kept = base.candidates.filter((each) => narrowing.isKept(each));
        if (kept.length < base.candidates.length) isLess++;
        const left = takeable(changed, kept);
        const fresh = new NetworkBase(changed).candidates.map(keyOf).sort();
        if (isFollowedUp(of)) expect(left).toEqual(fresh);
        else expect(left).toEqual(expect.arrayContaining(fresh));
      }),
      { numRuns: propertyCases(500), seed: SEED },
    );
    expect(isLess).toBeGreaterThan(0);
  });

  it('has lead arcs of the windows that are kept, and names those that have lost one', () => {
    fc.assert(
      fc.property(restricted, ({ of, changed }) => {
        if (!isFollowedUp(of)) return;
        const base = new NetworkBase(of);
        const { narrowing } = base.narrow(changed);
        const fresh = new NetworkBase(changed);
        const shown = (arc: NetworkBase['network']['arcs'][number] | null): unknown =>
          arc && {
            ...arc,
            windows: arc.windows.map((each) => ({ ...each, candidate: keyOf(each.candidate) })),
          };
        const left = base.network.arcs.flatMap((arc, index) => {
          const changedTo = narrowing.arcs.get(index);
          return changedTo === null ? [] : [changedTo ?? arc];
        });
        expect(new Set(left.map(shown))).toEqual(new Set(fresh.network.arcs.map(shown)));
        for (const [index, arc] of narrowing.arcs)
          expect(shown(arc)).not.toEqual(shown(base.network.arcs[index] ?? null));
      }),
      { numRuns: propertyCases(500), seed: SEED },
    );
  });

  it('has a flow that costs what that of a network of its own costs', () => {
    let broken = 0;
    fc.assert(
      fc.property(restricted, ({ of, changed }) => {
        const base = new NetworkBase(of);
        const { narrowing, seconds } = base.narrow(changed);
        const { network } = base;
        network.solve(() => false);
        const before = network.values();
        const narrow = new RestrictedNetwork(changed, network, seconds, false, null);
        narrow.apply([narrowing]);
        network.solve(() => false);
        const fresh = new NetworkBase(changed);
        fresh.network.solve(() => false);
        const isImpossible = fresh.network.penalty() > 0;
        if (isFollowedUp(of)) expect(narrow.isBroken()).toBe(isImpossible);
        if (isImpossible) broken++;
        else {
          const [least, own] = [narrow.levels(), fresh.network.values()];
          if (isFollowedUp(of)) expect(least).toEqual(own);
          else expect(compare(least, own)).toBeLessThanOrEqual(0);
        }
        narrow.apply([]);
        network.solve(() => false);
        expect(network.values()).toEqual(before);
      }),
      { numRuns: propertyCases(300), seed: SEED },
    );
    expect(broken).toBeGreaterThan(0);
  });

  it('has the second seats of that problem, dearest last, and its pins', () => {
    fc.assert(
      fc.property(restricted, ({ of, changed }) => {
        const { seconds, narrowing } = new NetworkBase(of).narrow(changed);
        const fresh = new NetworkBase(changed).seconds;
        for (const role of ['QUALITY_ASSURER', 'SHADOW'] as const) {
          for (const at of changed.reviews.keys()) {
            expect(seconds.isPinned(at, role)).toBe(fresh.isPinned(at, role));
            for (const slot of everySlot(changed)) {
              const found = seconds.of(role, at, slot);
              expect(found.every(({ candidate }) => narrowing.isKept(candidate))).toBe(true);
              const usable = fresh.of(role, at, slot);
              // Where no lead of the kind is left, nobody asks who sits beside.
              if (usable.length > 0) {
                expect(found.map(({ person: who, company }) => [who, company])).toEqual(
                  usable.map(({ person: who, company }) => [who, company]),
                );
              }
            }
          }
        }
      }),
      { numRuns: propertyCases(300), seed: SEED },
    );
  });

  it('loses the assurances of those alone who may assure nobody any more', () => {
    fc.assert(
      fc.property(restricted, ({ of, changed }) => {
        const { network, narrow } = baseOf(of);
        const gone = changed.leads.flatMap((lead, index) =>
          lead === of.leads[index] ? [] : [index],
        );
        const { narrowing } = narrow(changed);
        const expected = [...network.assurances.keys()].filter((index) =>
          gone.includes(network.assurances[index]?.assurer ?? -1),
        );
        expect(narrowing.assurances).toEqual(expected);
      }),
      { numRuns: propertyCases(300), seed: SEED },
    );
  });
});

function baseOf(of: Problem): Pick<NetworkBase, 'network' | 'narrow'> {
  const base = new NetworkBase(of);
  return { network: base.network, narrow: (changed) => base.narrow(changed) };
}

describe('what is touched', () => {
  const of = problem({
    weeks: [WEEK_1, WEEK_2],
    leads: [
      person('Ada'),
      person('Ben'),
      person('Qi', { roles: ['LEAD', 'QUALITY_ASSURER'] }),
      person('Nia', { isNew: true }),
    ],
    reviews: [review('R1'), review('R2')],
    pins: [{ review: 'R1', lead: 'Ada' }],
    bans: [{ lead: 'Ben', review: 'R2', week: WEEK_2 }],
  });
  const base = new NetworkBase(of);

  it('is nothing where the problem is as it was, though it has pins and bans', () => {
    const { narrowing } = base.narrow({ ...of, leads: [...of.leads], pins: [...of.pins] });
    expect(narrowing).toMatchObject({ arcs: new Map(), led: [], assurances: [] });
  });

  it('must be led where it is pinned anew, though it was pinned before', () => {
    const pins = [
      ...of.pins,
      { review: 'R2' },
      { review: 'R1', week: WEEK_1, window: 'MON_WED' as const },
    ];
    expect(base.narrow({ ...of, pins }).narrowing.led).toEqual([0, 1]);
  });

  it('keeps the assurances of somebody who leads nothing any more', () => {
    const leads = of.leads.map((lead): Lead =>
      lead.id === 'Qi' ? { ...lead, roles: ['QUALITY_ASSURER'] } : lead,
    );
    const { narrowing } = base.narrow({ ...of, leads });
    expect(base.network.assurances.length).toBeGreaterThan(0);
    expect(narrowing.assurances).toEqual([]);
    const gone = [...narrowing.arcs].map(([index, left]) => [
      base.network.arcs[index]?.person,
      left,
    ]);
    expect(gone).toEqual(gone.map(() => [2, null]));
    expect(gone).toHaveLength(base.network.arcsOfPerson(2).length);
    expect(
      base.candidates
        .filter((each) => !narrowing.isKept(each))
        .map((each) => valuedSeat(of, each).role),
    ).toEqual(gone.flatMap(() => ['LEAD', 'LEAD']));
  });
});
