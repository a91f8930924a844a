import type { Lead, Problem } from '../problem.js';
import type { LeadArc } from './lead-arcs.js';
import type { SecondCandidates } from './second-candidates.js';

/** Somebody could assure a new lead in a week, on one review or another. Numbers are indexes into the problem's arrays. */
export interface Assurance {
  newLead: number;
  assurer: number;
  week: number;
}

/** Every way in which new leads can be assured, by new lead, week and assurer. */
export function assurances(
  { leads, weeks }: Problem,
  arcs: readonly LeadArc[],
  seconds: SecondCandidates,
): Assurance[] {
  const newLeads = leads.flatMap((lead, index) => (lead.isNew ? [index] : []));
  const rankOf = new Map(newLeads.map((lead, rank) => [lead, rank]));
  const possible = new Uint8Array(newLeads.length * weeks.length * leads.length);
  for (const arc of arcs) {
    const rank = rankOf.get(arc.person);
    if (rank === undefined) continue;
    const base = (rank * weeks.length + arc.week) * leads.length;
    for (const { candidate } of arc.windows) {
      for (const { person } of seconds.of('QUALITY_ASSURER', arc.review, candidate.slot)) {
        if (person !== arc.person && (leads[person] as Lead).limits.term > 0) {
          possible[base + person] = 1;
        }
      }
    }
  }
  const found: Assurance[] = [];
  possible.forEach((isPossible, key) => {
    if (isPossible === 0) return;
    const assurer = key % leads.length;
    const place = (key - assurer) / leads.length;
    const week = place % weeks.length;
    found.push({ newLead: newLeads[(place - week) / weeks.length] as number, assurer, week });
  });
  return found;
}
