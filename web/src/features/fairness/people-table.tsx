import { getRouteApi, Link } from '@tanstack/react-router';
import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { FairnessReport, PersonFairness } from '../../api/fairness';
import { isLong, LongRows, type RowPlace } from '../../parts/rows/long-rows';
import { said } from '../../parts/search-params';
import classes from './fairness.module.css';
import { Figure } from './figure';
import { inOrder, type Order, ORDERS } from './ordered-people';
import { signed } from './strip';

const route = getRouteApi('/reports/fairness');

/** As many as are shown at first; the address says when all are wanted. */
const FIRST = 30;

const SIDES = { WITHIN: 'within one', ABOVE: 'above', BELOW: 'below' } as const;

/** Everybody with what they carry, how far they travel and what is awkward, each number with its reviews behind it. */
export function PeopleTable({ report }: { report: FairnessReport }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/reports/fairness' });
  const order: Order = search.order ?? 'above';
  const people = inOrder(report.people, order);
  const isAll = search.list === 'all' || people.length <= FIRST + 5;
  const shown = isAll ? people : people.slice(0, FIRST);
  const { total } = report;
  return (
    <div>
      <NativeSelect
        label="Order of people"
        value={order}
        className={classes.order}
        onChange={({ currentTarget: { value } }) =>
          void navigate({
            search: said({
              ...search,
              order: value === 'above' ? undefined : (value as Exclude<Order, 'above'>),
            }),
            replace: true,
            resetScroll: false,
          })
        }
      >
        {ORDERS.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <div
        className={classes.scroll}
        tabIndex={0}
        role="region"
        aria-label="What each person carries"
      >
        <table
          className={classes.table}
          data-long={isLong(shown.length) || undefined}
          aria-rowcount={shown.length + 2}
        >
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">Lead Reviewer</th>
              <th scope="col">Home region</th>
              {['Commitment', 'Carried', 'Fair share', 'Above or below'].map((name) => (
                <th key={name} scope="col" className={classes.number}>
                  {name}
                </th>
              ))}
              {['All seats', 'Miles', 'Nights away', 'Awkward weeks', 'If even'].map((name) => (
                <th key={name} scope="col" className={classes.number}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <LongRows
            groups={[{ key: 'people', rows: shown }]}
            keyOf={({ lead }) => lead}
            above={1}
            height={49}
            cardHeight={330}
          >
            {(person, place) => <Row person={person} place={place} />}
          </LongRows>
          <tfoot>
            <tr aria-rowindex={shown.length + 2}>
              <th scope="row" colSpan={2}>
                All {total.people}
              </th>
              <Cell of="Commitment">
                <Commitment count={total.commitment} said="everybody" />
              </Cell>
              <Cell of="Carried">
                <Figure count={total.load} figure="load" said="carried, everybody" />
              </Cell>
              <Cell of="Fair share">
                <Figure count={total.load} figure="load" said="to share, everybody" />
              </Cell>
              <td />
              <Cell of="All seats">
                <Figure count={total.seats} figure="seats" said="seats, everybody" />
              </Cell>
              <Cell of="Miles">
                <Figure count={total.miles} figure="miles" said="miles, everybody" />
              </Cell>
              <Cell of="Nights away">
                <Figure count={total.nights} figure="nights" said="nights away, everybody" />
              </Cell>
              <Cell of="Awkward weeks">
                <Figure count={total.awkward} figure="awkward" said="awkward, everybody" />
              </Cell>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {!isAll && (
        <p className={classes.note}>
          <Link
            data-unprinted
            to="."
            search={said({ ...search, list: 'all' as const })}
            resetScroll={false}
          >
            Show all {people.length}
          </Link>
        </p>
      )}
    </div>
  );
}

function Row({ person, place }: { person: PersonFairness; place: RowPlace }) {
  const { lead, name } = person;
  const { academicYear, asAt, knownAt } = route.useSearch();
  return (
    <tr {...place}>
      <th scope="row">
        <Link
          to="/reports/commitments/leads/$lead"
          params={{ lead }}
          search={said({ academicYear, asAt, knownAt })}
        >
          {name}
        </Link>
      </th>
      <td data-label="Home region">{person.region}</td>
      <Cell of="Commitment">
        <Commitment count={person.commitment} who={lead} said={name} />
      </Cell>
      <Cell of="Carried">
        <Figure count={person.load} figure="load" who={lead} said={`carried, ${name}`} />
      </Cell>
      <Cell of="Fair share">
        <Figure
          count={person.share}
          words={person.share}
          figure="load"
          said={`of what everybody carries, fair share of ${name}`}
        />
      </Cell>
      <Cell of="Above or below">
        <span className={classes.side} data-side={person.side}>
          <Figure
            count={Math.abs(person.difference)}
            words={signed(person.difference)}
            figure="load"
            {...(person.load > 0 ? { who: lead } : {})}
            said={`above or below the fair share, ${name}`}
          />{' '}
          <small>{SIDES[person.side]}</small>
        </span>
      </Cell>
      <Cell of="All seats">
        <Figure count={person.seats} figure="seats" who={lead} said={`seats, ${name}`} />
      </Cell>
      <Cell of="Miles">
        <Figure count={person.miles} figure="miles" who={lead} said={`miles, ${name}`} />
      </Cell>
      <Cell of="Nights away">
        <Figure count={person.nights} figure="nights" who={lead} said={`nights away, ${name}`} />
      </Cell>
      <Cell of="Awkward weeks">
        <Figure count={person.awkward} figure="awkward" who={lead} said={`awkward, ${name}`} />
      </Cell>
      <Cell of="If even">
        <Figure
          count={person.awkwardShare}
          words={person.awkwardShare}
          figure="awkward"
          said={`of everybody’s awkward weeks, even part of ${name}`}
        />
      </Cell>
    </tr>
  );
}

/** The part of the minimums that falls into the time looked at; it opens the minimums of the year. */
function Commitment({ count, who, said: whose }: { count: number; who?: string; said: string }) {
  const { academicYear, asAt, knownAt, region } = route.useSearch();
  if (count === 0) return <span className={classes.nothing}>0</span>;
  return (
    <Link
      to="/reports/commitments"
      search={said({ academicYear, asAt, knownAt, region, people: 'minimum' as const, who })}
      className={classes.figure}
    >
      {count}
      <span className="sr"> commitment, {whose}: show the minimums</span>
    </Link>
  );
}

function Cell({ of, children }: { of: string; children: React.ReactNode }) {
  return (
    <td className={classes.number} data-label={of}>
      {children}
    </td>
  );
}
