import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ForecastLead } from '../../api/forecast';
import { Go } from '../../parts/go';
import { Meter } from '../../parts/meter';
import { isLong, LongRows, type RowPlace } from '../../parts/rows/long-rows';
import { Tag } from '../../parts/tag';
import { schoolTarget } from '../../parts/term-links';
import classes from './forecast.module.css';
import { chanceTones, chanceWords } from './shown-leads';

export interface LeadsTableProps {
  readonly leads: readonly ForecastLead[];
  /** Of the facts that it was computed from. */
  readonly moment: FactsMoment;
  /** Whose reviews are shown. */
  readonly open: string | undefined;
  readonly onOpen: (lead: string) => void;
}

interface FactsMoment {
  readonly academicYear: string;
  readonly asAt: string;
  readonly knownAt: string;
}

interface TableRow {
  readonly lead: ForecastLead;
  /** Whether it shows the reviews behind the row above. */
  readonly isBehind: boolean;
}

/** A row for each person; behind it the reviews that they would lead in the plan of all. */
export function LeadsTable({ leads, moment, open, onOpen }: LeadsTableProps) {
  const rows = leads.flatMap((lead): TableRow[] => [
    { lead, isBehind: false },
    ...(lead.lead === open ? [{ lead, isBehind: true }] : []),
  ]);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label="People and their year">
      <table
        className={classes.table}
        data-long={isLong(rows.length) || undefined}
        aria-rowcount={rows.length + 1}
      >
        <caption className="sr">
          Each person’s minimum, what is led and confirmed, and what the year still holds for them
        </caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Lead Reviewer</th>
            <th scope="col">Year</th>
            <th scope="col">Minimum</th>
            <th scope="col">Led</th>
            <th scope="col">Confirmed</th>
            <th scope="col">Best alone</th>
            <th scope="col">In the plan of all</th>
            <th scope="col">What limits it</th>
          </tr>
        </thead>
        <LongRows
          groups={[{ key: 'people', rows }]}
          keyOf={({ lead, isBehind }) => (isBehind ? `behind ${lead.lead}` : lead.lead)}
          above={1}
          height={53}
          cardHeight={208}
          isBehind={({ isBehind }) => isBehind}
        >
          {({ lead, isBehind }, place) =>
            isBehind ? (
              <Details lead={lead} place={place} />
            ) : (
              <Row
                lead={lead}
                moment={moment}
                place={place}
                isOpen={lead.lead === open}
                onOpen={() => onOpen(lead.lead)}
              />
            )
          }
        </LongRows>
      </table>
    </div>
  );
}

function Row({
  lead,
  moment,
  place,
  isOpen,
  onOpen,
}: {
  lead: ForecastLead;
  moment: FactsMoment;
  place: RowPlace;
  isOpen: boolean;
  onOpen: () => void;
}) {
  const { name, minimum, led, confirmed, best, inPlan, chance, why } = lead;
  const ahead = Math.max(0, inPlan - led - confirmed);
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  const facts = { ...moment, who: lead.lead };
  return (
    <tr {...place} data-chance={chance}>
      <th scope="row">
        <button type="button" className={classes.name} aria-expanded={isOpen} onClick={onOpen}>
          <Icon size={16} aria-hidden />
          <span>{name}</span>
        </button>
      </th>
      <td data-label="Year">
        <Meter
          led={led}
          booked={confirmed}
          waiting={0}
          planned={ahead}
          minimum={minimum}
          label={`${led} led, ${confirmed} confirmed, ${ahead} more in the plan of all, of ${minimum}`}
        />
      </td>
      <td data-label="Minimum" className={classes.number}>
        <Fact
          count={minimum}
          said={`minimum, ${name}: show why`}
          search={{ ...facts, people: 'minimum' }}
        />
      </td>
      <td data-label="Led" className={classes.number}>
        <Fact
          count={led}
          said={`led, ${name}: show the reviews`}
          search={{ ...facts, figure: 'led' }}
        />
      </td>
      <td data-label="Confirmed" className={classes.number}>
        <Fact
          count={confirmed}
          said={`confirmed, ${name}: show the reviews`}
          search={{ ...facts, figure: 'confirmedAhead' }}
        />
      </td>
      <td data-label="Best alone" className={classes.number}>
        <Opener isOpen={isOpen} onOpen={onOpen} said={`best alone, ${name}: show why`}>
          {best}
        </Opener>
      </td>
      <td data-label="In the plan of all" className={classes.number}>
        <Opener
          isOpen={isOpen}
          onOpen={onOpen}
          said={`in the plan of all, ${name}: show the reviews`}
        >
          {inPlan}
        </Opener>
      </td>
      <td className={classes.why}>
        <Tag tone={chanceTones[chance]}>{chanceWords[chance]}</Tag>
        {why !== null && <span>{why}</span>}
      </td>
    </tr>
  );
}

/** What was a fact when it was computed opens in the report of commitments, as it was known then. */
function Fact({
  count,
  said,
  search,
}: {
  count: number;
  said: string;
  search: FactsMoment & { who: string; figure?: 'led' | 'confirmedAhead'; people?: 'minimum' };
}) {
  if (count === 0) return <span className={classes.nothing}>0</span>;
  return (
    <Link to="/reports/commitments" search={search} className={classes.figure}>
      {count}
      <span className="sr"> {said}</span>
    </Link>
  );
}

/** What was computed opens the row, which tells the reviews and the limits. */
function Opener({
  isOpen,
  onOpen,
  said,
  children,
}: {
  isOpen: boolean;
  onOpen: () => void;
  said: string;
  children: number;
}) {
  return (
    <button type="button" className={classes.figure} aria-expanded={isOpen} onClick={onOpen}>
      {children}
      <span className="sr"> {said}</span>
    </button>
  );
}

function Details({ lead, place }: { lead: ForecastLead; place: RowPlace }) {
  return (
    <tr {...place} className={classes.behind}>
      <td colSpan={8}>
        <p>
          {lead.minimumReason}. {lead.availability}.
        </p>
        <p>Looked at alone they could lead {lead.best} this year.</p>
        {lead.reviews.length === 0 ? (
          <p>They lead none of the reviews ahead in the plan of all.</p>
        ) : (
          <>
            <p>{planned(lead)}</p>
            <ul>
              {lead.reviews.map(({ review, urn, school, when }) => (
                <li key={review}>
                  {urn === null ? <b>{school}</b> : <Go target={schoolTarget(urn)}>{school}</Go>},{' '}
                  {when}
                </li>
              ))}
            </ul>
          </>
        )}
      </td>
    </tr>
  );
}

/** What the plan of all comes to for a person: what is led, and what the list tells. */
function planned({ led, reviews, inPlan }: ForecastLead): string {
  return `In the plan of all they lead ${String(inPlan)}: ${String(led)} led already, and ${reviews.length === 1 ? 'this one' : `these ${String(reviews.length)}`}.`;
}
