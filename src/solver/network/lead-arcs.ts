import { changes } from '../aims/changes.js';
import { fit } from '../aims/fit.js';
import { type Candidate, valuedSeat } from '../candidates.js';
import type { Problem } from '../problem.js';
import type { SecondCandidates } from './second-candidates.js';

/**
 * One for each (review, person, week) in which the person may lead the review, with the window that is cheapest in
 * (changes, fit). Second seats may want another window; `windows` keeps them all.
 */
export interface LeadArc {
  review: number;
  person: number;
  week: number;
  /** Of the cheapest window. */
  changes: number;
  fit: number;
  windows: LeadWindow[];
}

export interface LeadWindow {
  candidate: Candidate;
  changes: number;
  fit: number;
}

/** Reviews in order, and within a review by person and week. */
export function leadArcs(problem: Problem, candidates: readonly Candidate[]): LeadArc[] {
  const changesOf = changes.seatValues(problem);
  const fitOf = fit.seatValues(problem);
  const weekCount = problem.weeks.length;
  const arcOf = new Map<number, LeadArc>();
  let review = -1;
  const arcs: LeadArc[] = [];
  for (const candidate of candidates) {
    if (candidate.role !== 'LEAD') continue;
    if (candidate.review !== review) {
      review = candidate.review;
      arcOf.clear();
    }
    const seat = valuedSeat(problem, candidate);
    const window: LeadWindow = { candidate, changes: changesOf(seat), fit: fitOf(seat) };
    const key = candidate.lead * weekCount + candidate.week;
    const arc = arcOf.get(key);
    if (!arc) {
      const first: LeadArc = {
        review,
        person: candidate.lead,
        week: candidate.week,
        changes: window.changes,
        fit: window.fit,
        windows: [window],
      };
      arcOf.set(key, first);
      arcs.push(first);
      continue;
    }
    arc.windows.push(window);
    if (isCheaper(window, arc)) {
      arc.changes = window.changes;
      arc.fit = window.fit;
    }
  }
  return arcs;
}

/** The arc with only the windows that are kept; null where there are none. */
export function narrowed(arc: LeadArc, isKept: (candidate: Candidate) => boolean): LeadArc | null {
  const windows = arc.windows.filter(({ candidate }) => isKept(candidate));
  const [first, ...others] = windows;
  if (!first) return null;
  const { changes, fit } = others.reduce(
    (best, each) => (isCheaper(each, best) ? each : best),
    first,
  );
  return { ...arc, windows, changes, fit };
}

function isCheaper(
  a: Pick<LeadWindow, 'changes' | 'fit'>,
  b: Pick<LeadWindow, 'changes' | 'fit'>,
): boolean {
  return a.changes < b.changes || (a.changes === b.changes && a.fit < b.fit);
}

/** The cheapest window of a lead arc in which somebody, or this assurer, can sit beside the lead. */
export function assurableWindow(
  arc: LeadArc,
  seconds: SecondCandidates,
  assurer: number | null,
): LeadWindow | null {
  let best: LeadWindow | null = null;
  for (const window of arc.windows) {
    const canSit = seconds
      .of('QUALITY_ASSURER', arc.review, window.candidate.slot)
      .some(({ person }) => person !== arc.person && (assurer === null || person === assurer));
    if (canSit && (!best || isCheaper(window, best))) best = window;
  }
  return best;
}
