import { getRouteApi, Link } from '@tanstack/react-router';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type CSSProperties, Fragment } from 'react';
import type { TermHomeView, WeekColumn } from '../../api/term-home';
import { AsTable } from '../../parts/as-table';
import { Card } from '../../parts/card';
import { Figures } from '../../parts/figures';
import { Legend } from '../../parts/legend';
import { shortDate } from '../../parts/short-dates';
import classes from './weeks-card.module.css';

const route = getRouteApi('/terms/$term');
const title = 'Reviews against free leads';

const standings: Readonly<Record<WeekColumn['standing'], string>> = {
  SHORT: 'short',
  PINCH: 'tight',
  ENOUGH: 'enough',
};

/** Each week's reviews beside the people who could lead one then. */
export function WeeksCard({ home }: { home: TermHomeView }) {
  const { weeks: look } = route.useSearch();
  const isTable = look === 'table';
  return (
    <Card title={title} end={<AsTable field="weeks" isTable={isTable} what={title} />} flush>
      {isTable ? <WeekTable home={home} /> : <Picture home={home} />}
    </Card>
  );
}

function Picture({ home: { weeks, plan, term } }: { home: TermHomeView }) {
  const highest = Math.max(
    1,
    ...weeks.map(({ people, ...week }) => Math.max(people, needOf(week))),
  );
  return (
    <>
      <ol className={classes.weeks}>
        {weeks.map((week) => (
          <Fragment key={week.week}>
            {week.breakBefore !== null && <li className={classes.break}>{week.breakBefore}</li>}
            <li>
              <Link
                to="/terms/$term/preflight"
                params={{ term: term.id }}
                search={{ week: week.week }}
                hash="supply"
                className={classes.week}
                title={inWords(week)}
              >
                <Bars week={week} highest={highest} />
                <span className={classes.words} aria-hidden>
                  <b>{shortDate(week.week)}</b>
                  <span>{figuresOf(week)}</span>
                  {week.standing !== 'ENOUGH' && (
                    <span className={classes.sign} data-standing={week.standing}>
                      <IconAlertTriangle size={11} />
                      {standings[week.standing]}
                    </span>
                  )}
                </span>
                <span className="sr">{inWords(week)}</span>
              </Link>
            </li>
          </Fragment>
        ))}
      </ol>
      <Legend
        items={[
          { swatch: classes.free, words: 'Could lead one' },
          { swatch: classes.need, words: plan === null ? 'Reviews, spread evenly' : 'Reviews' },
          ...(plan === null ? [] : [{ swatch: classes.waiting, words: 'Without a lead' }]),
        ]}
      />
    </>
  );
}

/** Its reviews by the plan; before there is one, what would fall on it if they spread evenly. */
function needOf({ planned, waiting, evenShare }: Omit<WeekColumn, 'people'>): number {
  return planned === null ? evenShare : planned + (waiting ?? 0);
}

function figuresOf({ people, ...week }: WeekColumn): string {
  const need = needOf(week);
  return need === 0 && people === 0 ? 'none' : `${need} of ${people}`;
}

function inWords(week: WeekColumn): string {
  const { name, planned, waiting, evenShare, people, words } = week;
  const reviews =
    planned === null
      ? `${evenShare} reviews if they spread evenly`
      : `${planned} reviews with a lead, ${waiting ?? 0} without`;
  return [`${name}: ${reviews}; ${people} people could lead one.`, ...words].join(' ');
}

function Bars({ week, highest }: { week: WeekColumn; highest: number }) {
  const share = (value: number): CSSProperties => ({ '--share': value / highest }) as CSSProperties;
  return (
    <span className={classes.plot} aria-hidden>
      <i className={classes.free} style={share(week.people)} />
      <i className={classes.need} style={share(needOf(week))}>
        {week.waiting !== null && week.waiting > 0 && (
          <i
            className={classes.waiting}
            style={{ '--share': week.waiting / needOf(week) } as CSSProperties}
          />
        )}
      </i>
    </span>
  );
}

function WeekTable({ home: { weeks, plan } }: { home: TermHomeView }) {
  const reviews =
    plan === null ? ['Reviews if spread evenly'] : ['Reviews planned', 'Without a lead'];
  return (
    <Figures
      caption="Reviews against people who could lead one, by week"
      head={['Week', ...reviews, 'People who could lead one', 'Schools that accept it', 'Standing']}
      rows={weeks.map((week) => ({
        key: week.week,
        cells: [
          week.name,
          ...(plan === null ? [week.evenShare] : [week.planned, week.waiting]),
          week.people,
          week.accepted,
          standings[week.standing],
        ],
      }))}
    />
  );
}
