import { weekdayInWords } from '../../calendar/words.js';
import { inventedInWords } from '../tables/standing-words.js';
import { inventedIn } from '../tables/plan-tables.js';
import { attentionLines } from './attention.js';
import { funnelSteps } from './funnel.js';
import { type HomeFacts, ledRows, type PlannedTerm } from './home-facts.js';
import { regionTiles, weekColumns } from './home-tables.js';
import { changedSince, hasChanged } from './plan-age.js';
import { type TermHomeView } from './term-home.schema.js';
import { termInWords, termTitle } from './term-words.js';

/** The one place where what is known of a term becomes its home. */
export function termHomeView(facts: HomeFacts): TermHomeView {
  const { term, today, context, run } = facts;
  const isInvented = inventedIn(context);
  return {
    term: {
      id: term.id,
      name: term.name,
      title: termTitle(term),
      startsOn: term.startsOn,
      endsOn: term.endsOn,
      words: [...termInWords(facts), ...inventedInWords(isInvented)],
    },
    today: { date: today, words: weekdayInWords(today) },
    isInvented,
    funnel: funnelSteps(facts),
    attention: attentionLines(facts),
    regions: regionTiles(facts),
    weeks: weekColumns(facts),
    plan: facts.plan && planInBrief(facts.plan, facts),
    run,
  };
}

function planInBrief(plan: PlannedTerm, facts: HomeFacts): NonNullable<TermHomeView['plan']> {
  const { stored, asOf, frozen } = plan;
  return {
    id: stored.id,
    version: stored.version,
    runId: stored.runId,
    status: stored.status,
    author: stored.author,
    note: stored.note,
    createdAt: stored.createdAt.toISOString(),
    asOf,
    isOutdated: hasChanged(changedSince(frozen, facts.problem, facts.today)),
    reviews: stored.content.reviews.length,
    withLead: ledRows(plan).size,
  };
}
