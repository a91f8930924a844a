import { type PersonRow, type PersonSeat } from '../../allocations/tables/person-rows.js';
import { type PlanTables } from '../../allocations/tables/plan-tables.js';
import { day } from '../../calendar/civil-date.js';
import { type Look, LOOKS } from './cells.js';
import { type ListColumn, listSheet } from './list-sheet.js';
import { type PrintedSheet } from './sheet-features.js';

const DAYS = { MON_WED: 'Mon–Wed', WED_FRI: 'Wed–Fri' } as const;
const SEAT_WORDS = { LEAD: '', QUALITY_ASSURER: ', assures quality', SHADOW: ', shadows' } as const;
const SEAT_COLOURS = {
  LEAD: '#EDEAF7',
  QUALITY_ASSURER: '#E1F0E8',
  SHADOW: '#FFF4DC',
} as const;
const ROLE_WORDS = { LEAD: 'Lead', QUALITY_ASSURER: 'quality assurer', SHADOW: 'Shadow' } as const;

/** Who leads what, a row a person and a column a week. */
export function peopleSheet({ people, weeks }: PlanTables): PrintedSheet {
  return listSheet('By lead', [...PERSON, ...weeks.map(weekColumn)], people, { stickyColumns: 1 });
}

const PERSON: ListColumn<PersonRow>[] = [
  { heading: 'Lead Reviewer', width: 22, value: ({ person }) => person, look: () => LOOKS.strong },
  { heading: 'May be', width: 14, value: rolesInWords },
  { heading: 'Leads', width: 8, value: ({ reviewsLed }) => reviewsLed },
  {
    heading: 'Target this term',
    width: 8,
    value: ({ target }) => target,
    look: ({ reviewsLed, target }) => (reviewsLed < target ? LOOKS.missing : LOOKS.body),
  },
  { heading: 'Led by its end', width: 8, value: ({ done, reviewsLed }) => done + reviewsLed },
  { heading: 'Minimum this year', width: 9, value: ({ minimum }) => minimum },
  { heading: 'Miles (one way)', width: 8, value: ({ miles }) => Math.round(miles) },
  { heading: 'Nights away', width: 8, value: ({ overnights }) => overnights },
];

function rolesInWords({ roles, isNew }: PersonRow): string {
  const words = roles.map((role) => (role === 'LEAD' && isNew ? 'New lead' : ROLE_WORDS[role]));
  return words.join(', ') || 'No seat';
}

function weekColumn(week: string): ListColumn<PersonRow> {
  const seatIn = ({ seats }: PersonRow): PersonSeat | undefined =>
    seats.find((seat) => seat.week === week);
  return {
    heading: day(week).toFormat('d MMM yyyy'),
    width: 24,
    value: (person) => {
      const seat = seatIn(person);
      return seat ? `${DAYS[seat.window]}${SEAT_WORDS[seat.role]}: ${seat.school}` : null;
    },
    look: (person): Look => {
      const seat = seatIn(person);
      return seat ? { ...LOOKS.body, backgroundColor: SEAT_COLOURS[seat.role] } : LOOKS.body;
    },
  };
}
