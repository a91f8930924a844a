import type { Chance, ForecastLead } from '../../api/forecast';
import type { Tone } from '../../parts/tag';

export interface ForecastSearch {
  readonly asAt?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly chance?: Chance | undefined;
  readonly limit?: string | undefined;
  readonly find?: string | undefined;
  readonly lead?: string | undefined;
}

/** From out of reach to reached: what needs attention comes first. */
export const CHANCES: readonly Chance[] = ['CANNOT', 'NOT_TOGETHER', 'CAN', 'BOOKED', 'REACHED'];

export const chanceWords: Readonly<Record<Chance, string>> = {
  CANNOT: 'Cannot be reached',
  NOT_TOGETHER: 'Alone, but not with everybody else',
  CAN: 'Can be reached',
  BOOKED: 'Confirmed ahead',
  REACHED: 'Reached',
};

export const chanceTones: Readonly<Record<Chance, Tone>> = {
  CANNOT: 'gap',
  NOT_TOGETHER: 'warn',
  CAN: 'plain',
  BOOKED: 'accepted',
  REACHED: 'ok',
};

export const limitWords: Readonly<Record<string, string>> = {
  ROLE: 'May not lead',
  DATES: 'Too few dates',
  SPECIALISM: 'Phases and specialisms',
  REACH: 'Regions and distance',
  CONFLICTS: 'Conflicts of interest',
  TAKEN: 'Accepted by others',
  HOSTS: 'Windows of schools',
  CAP: 'Cap',
  REST: 'Rest',
  ASSURER: 'Needs a quality assurer',
};

/** What needs attention first, then by name. */
export function shownLeads(
  leads: readonly ForecastLead[],
  { chance, limit, find }: ForecastSearch,
): ForecastLead[] {
  const sought = find?.toLocaleLowerCase('en-GB');
  return leads
    .filter((lead) => chance === undefined || lead.chance === chance)
    .filter((lead) => limit === undefined || lead.limits.some((each) => each.limit === limit))
    .filter(({ name }) => sought === undefined || name.toLocaleLowerCase('en-GB').includes(sought))
    .sort(
      (a, b) =>
        CHANCES.indexOf(a.chance) - CHANCES.indexOf(b.chance) || a.name.localeCompare(b.name),
    );
}

/** How the rows were chosen, for the file. */
export function chosenBy({ chance, limit, find }: ForecastSearch): string[] {
  return [
    ...(chance === undefined ? [] : [`Minimum: ${chanceWords[chance]}`]),
    ...(limit === undefined ? [] : [`Limited by: ${limitWords[limit] ?? limit}`]),
    ...(find === undefined ? [] : [`Name contains ${find}`]),
  ];
}

/** How many people stand at each chance, those of whom nothing is asked left out. */
export function countsByChance(leads: readonly ForecastLead[]): [Chance, number][] {
  const owing = leads.filter(({ minimum }) => minimum > 0);
  return CHANCES.map((chance) => [chance, owing.filter((lead) => lead.chance === chance).length]);
}
