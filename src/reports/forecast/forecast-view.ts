import { type StoredForecast } from '../../allocations/forecast/forecast-study.js';
import { type YearForecasts } from '../../allocations/forecast/forecasts.service.js';
import { counted, listed } from '../../allocations/summary/phrases.js';
import { type YearPerson } from '../../allocations/year/year-input.js';
import { minuteInWords, slotInWords } from '../../calendar/words.js';
import { type PersonForecast } from '../../allocations/forecast/forecast-types.js';
import { type Chance, type ForecastLead, type ForecastView } from './forecast.schema.js';
import { availabilityWords, limitWords, whyShort } from './limit-words.js';

/** A year's forecast as people read it. */
export function forecastView({
  year,
  isNow,
  urns,
  done,
  underWay,
  failed,
}: YearForecasts): ForecastView {
  return {
    year,
    isNow,
    forecast: done === null ? null : told(done, urns),
    underWay:
      underWay === null
        ? null
        : {
            done: underWay.done,
            of: underWay.total,
            words:
              underWay.state === 'QUEUED'
                ? 'Waiting for a worker'
                : underWay.done === 0
                  ? 'Planning the rest of the year for all together'
                  : `${underWay.done - 1} of ${underWay.total - 1} people looked at`,
          },
    failure: failed?.failure ?? null,
  };
}

function told(
  stored: StoredForecast,
  urns: YearForecasts['urns'],
): NonNullable<ForecastView['forecast']> {
  const leads = leadsOf(stored, urns);
  const short = stored.result?.short ?? { inPlan: 0, fewest: 0 };
  return {
    asAt: stored.asAt,
    knownAt: stored.requestedAt.toISOString(),
    computed: minuteInWords(stored.computedAt ?? stored.requestedAt),
    isStale: stored.isStale,
    sentence: sentence(leads),
    more: whatMustBeKnown(stored, leads, short),
    short,
    leads,
  };
}

/** In the order of their names. */
function leadsOf({ facts, result }: StoredForecast, urns: YearForecasts['urns']): ForecastLead[] {
  const people = new Map(result?.people.map((each) => [each.person, each]));
  return facts.people
    .flatMap((person) => {
      const found = people.get(person.lead);
      return found === undefined ? [] : [leadOf(person, found, { facts, result, urns })];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function leadOf(
  person: YearPerson,
  found: PersonForecast,
  { facts, result, urns }: Pick<StoredForecast, 'facts' | 'result'> & Pick<YearForecasts, 'urns'>,
): ForecastLead {
  const { alone, together } = found.limits ?? { alone: [], together: [] };
  return {
    lead: person.lead,
    name: person.name,
    minimum: person.minimum,
    minimumReason: person.minimumReason,
    led: person.led,
    confirmed: person.confirmed,
    waiting: person.awaiting,
    best: found.done + found.best,
    inPlan: found.done + found.inPlan,
    chance: chanceOf(person, found),
    limits: [
      ...alone.map(({ limit, best }) => ({
        limit,
        words: limitWords(limit, person),
        best: found.done + best,
      })),
      ...together.map((limit) => ({ limit, words: limitWords(limit, person), best: null })),
    ],
    why: found.limits === null ? null : whyShort(alone, together, found.done, person),
    availability: availabilityWords(person),
    isAssumed: person.terms.some(
      ({ knownBy: { kind } }) => kind === 'PATTERN' || kind === 'ASSUMED',
    ),
    reviews: (result?.seats ?? [])
      .filter(({ lead }) => lead === person.lead)
      .sort((a, b) => ((a.week ?? '') < (b.week ?? '') ? -1 : 1))
      .map(({ review, week, window }) => ({
        review,
        urn: urns[review] ?? null,
        school: facts.schools[review] ?? review,
        when: week === null || window === null ? '' : slotInWords(week, window),
      })),
  };
}

function chanceOf({ minimum, led, confirmed }: YearPerson, found: PersonForecast): Chance {
  if (led >= minimum) return 'REACHED';
  if (led + confirmed >= minimum) return 'BOOKED';
  if (found.done + found.best < minimum) return 'CANNOT';
  return found.done + found.inPlan < minimum ? 'NOT_TOGETHER' : 'CAN';
}

/** Named in a sentence at most. */
const NAMED = 3;

function sentence(leads: readonly ForecastLead[]): string {
  const owing = leads.filter(({ minimum }) => minimum > 0);
  const cannot = owing.filter(({ chance }) => chance === 'CANNOT');
  if (owing.length === 0) return 'Nobody has a minimum to reach.';
  const can = owing.length - cannot.length;
  const first = `${can} of ${counted(owing.length, 'Lead Reviewer')} ${can === 1 ? 'has reached their' : 'have reached their'} minimum or still can.`;
  if (cannot.length === 0) return first;
  const named = cannot.slice(0, NAMED).map(({ name }) => name);
  const more = cannot.length - named.length;
  const names = more === 0 ? listed(named) : `${named.join(', ')} and ${more} more`;
  return `${first} ${cannot.length} cannot: ${names}.`;
}

function whatMustBeKnown(
  { facts, result }: StoredForecast,
  leads: readonly ForecastLead[],
  { inPlan, fewest }: { inPlan: number; fewest: number },
): string[] {
  const together = leads.filter(({ chance }) => chance === 'NOT_TOGETHER').length;
  const pattern = leads.filter(({ isAssumed }) => isAssumed).length;
  const { windowsAssumed, inProblem, leftOut } = facts.reviews;
  const terms = listed(facts.termNames);
  return [
    inPlan === 0
      ? 'One plan can give everybody their minimum.'
      : `The best plan of ${terms} leaves ${counted(inPlan, 'review')} short of the minimums of all together.`,
    ...(fewest < inPlan
      ? [`With commitment before coverage it would be ${fewest}: fewer schools would have a lead.`]
      : []),
    ...(together === 0
      ? []
      : [
          `${counted(together, 'person', 'people')} could reach the minimum alone, but not in that plan: others need the same reviews.`,
        ]),
    ...(result !== null && result.uncovered > 0
      ? [`${counted(result.uncovered, 'review')} of ${inProblem} would have no lead.`]
      : []),
    ...(pattern === 0
      ? []
      : [
          `${counted(pattern, 'person has', 'people have')} not answered for every term ahead: their availability is taken from an earlier term.`,
        ]),
    ...(windowsAssumed === 0
      ? []
      : [
          `${counted(windowsAssumed, 'school has', 'schools have')} not named windows yet: any window in which they are open counts.`,
        ]),
    ...(leftOut.length === 0
      ? []
      : [
          `${counted(leftOut.length, 'review')} could not be looked at: ${leftOut[0]?.reason ?? ''}.`,
        ]),
    'A cap counts over all terms ahead together, and rest runs across the breaks.',
    ...(facts.people.some(({ synthetic }) => synthetic)
      ? ['The people are invented, for demonstration.']
      : []),
  ];
}
