import { aims, valueOf } from '../aims/aims.js';
import type { Candidate } from '../candidates.js';
import { type Incumbent, isBetter, LexicographicSolve, type SolveHooks } from '../lexicographic.js';
import type { MilpEngine } from '../milp/milp.js';
import { buildModel, type Face, usableCandidates } from '../model.js';
import type { AimName, AimResult } from '../plan.js';
import type { Lead, Problem } from '../problem.js';
import { breachesOf } from '../rules/plan-rules.js';
import { EngineFault } from '../milp/milp.js';
import { type LeadArc, leadArcs } from './lead-arcs.js';
import { LeadNetwork } from './lead-network.js';
import { LeadSearch } from './lead-search.js';
import { SecondCandidates } from './second-candidates.js';
import { type Seated, tied } from './seat-seconds.js';

/** Branches to look at before a search is left to the engine, over the columns that are left. */
const MOST_NODES = 400;

/** The aims that leads alone decide, as the network's levels have them. */
const LEAD_AIMS: readonly AimName[] = ['coverage', 'changes', 'commitment', 'balance', 'fit'];

export const trace: { log?: (...words: unknown[]) => void } = {};

/**
 * Solves by the network first (`docs/model.md`, "The network and its closers"): a search over flows proves the aims that
 * leads decide; the engine is left the company of the second seats on what is left of the model, and whatever the search
 * leaves open.
 */
export function solveByNetwork(
  problem: Problem,
  engine: MilpEngine,
  start: Incumbent,
  hooks: SolveHooks = {},
): { incumbent: Incumbent; aims: AimResult[] } {
  let t = performance.now();
  const lap = (what: string): void => {
    trace.log?.(what, (performance.now() - t).toFixed(1));
    t = performance.now();
  };
  const candidates = usableCandidates(problem);
  lap('candidates');
  const seconds = new SecondCandidates(problem, candidates);
  lap('seconds');
  const arcs = leadArcs(problem, candidates);
  lap('arcs');
  const network = new LeadNetwork(problem, arcs);
  lap('network');
  const pinned = new Set(problem.pins.map((pin) => pin.review));
  problem.reviews.forEach((review, index) => {
    if (pinned.has(review.id)) network.requireLead(index);
  });

  let incumbent = start;
  const offer = (seated: Seated): void => {
    if (!seated.rows) return;
    const breaches = breachesOf(problem, seated.rows);
    if (breaches.length > 0) throw new EngineFault(`A plan breaks a rule: ${breaches[0] ?? ''}`);
    const found = { rows: seated.rows, values: valueOf(problem, seated.rows) };
    if (isBetter(found, incumbent)) incumbent = found;
  };
  const shadows = seconds.mostShadows();
  const search = new LeadSearch(problem, network, seconds, {
    shouldStop: () => hooks.shouldStop?.() ?? false,
    mostNodes: MOST_NODES,
    offer,
    shadows,
  });
  const result = search.run([]);
  lap(`search ${result.status} nodes ${search.nodes} pivots ${network.pivots}`);
  trace.log?.(result.bound?.join(' '), 'shadows', result.seated?.shadows, shadows, LEAD_AIMS.map((a) => incumbent.values.get(a)).join(' '));
  if (result.status === 'ATTAINED' && result.seated?.shadows === shadows) {
    const settled = aims.slice(0, 6).map(({ name }): AimResult => {
      const value = incumbent.values.get(name) as number;
      return { aim: name, value, bound: value };
    });
    const { candidates: kept, face } = companyChoices(problem, network, seconds, shadows);
    lap(`columns ${kept.length} of ${candidates.length}, taken ${face.taken.size}`);
    const model = buildModel(problem, { candidates: kept, face });
    lap('model');
    const solved = new LexicographicSolve(engine, model, incumbent, hooks, aims, settled, 'IN_MODEL').run();
    lap('company');
    return solved;
  }
  const model = buildModel(problem);
  const solved = new LexicographicSolve(engine, model, incumbent, hooks).run();
  lap('milp');
  return solved;
}

/** What is left to choose for the company of second seats, where the aims of leads are to stay as they are. */
function companyChoices(
  problem: Problem,
  network: LeadNetwork,
  seconds: SecondCandidates,
  shadows: number,
): { candidates: Candidate[]; face: Face } {
  const { fixed, open, counts } = network.face();
  const windowsOf = (index: number): Candidate[] =>
    tied(network.arcs[index] as LeadArc).map(({ candidate }) => candidate);
  const leads = withoutNeedlessWindows([...fixed, ...open].map(windowsOf), problem, seconds);
  const kept = new Set(leads);
  const taken = new Set<Candidate>();
  const all: Face['counts'] = counts.map(({ least, most, leadArcs }) => ({
    least,
    most,
    of: leadArcs.flatMap(windowsOf).filter((each) => kept.has(each)),
  }));
  for (const index of fixed) {
    const [only, ...more] = windowsOf(index).filter((each) => kept.has(each));
    if (only && more.length === 0) taken.add(only);
    else if (only) all.push({ least: 1, most: 1, of: [only, ...more] });
  }
  const candidates = new Set(leads);
  for (const lead of leads) {
    const isNew = (problem.leads[lead.lead] as Lead).isNew;
    const beside = isNew
      ? seconds.assurersOf(lead.review, lead.slot)
      : seconds.shadowsOf(lead.review, lead.slot);
    for (const { candidate } of beside) candidates.add(candidate);
  }
  const inShadow = [...candidates].filter(({ role }) => role === 'SHADOW');
  all.push({ least: shadows, most: shadows, of: inShadow });
  return { candidates: [...candidates], face: { taken, counts: all } };
}

/** Of windows that cost the same, one where nobody could sit beside the lead is as good as any other. */
function withoutNeedlessWindows(
  groups: readonly Candidate[][],
  problem: Problem,
  seconds: SecondCandidates,
): Candidate[] {
  const pinned = new Set(problem.pins.map((pin) => pin.review));
  return groups.flatMap((windows) => {
    if (windows.length === 1 || pinned.has(problem.reviews[windows[0]?.review ?? -1]?.id ?? '')) return windows;
    const useful = windows.filter(({ lead, review, slot }) => {
      const isNew = (problem.leads[lead] as Lead).isNew;
      return (isNew ? seconds.assurersOf(review, slot) : seconds.shadowsOf(review, slot)).length > 0;
    });
    return useful.length > 0 ? useful : windows.slice(0, 1);
  });
}
