import { NativeSelect } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import {
  comparisonQuery,
  type ScenarioComparison,
  type ScenarioLine,
  scenariosQuery,
} from '../../api/what-if';
import { Card } from '../../parts/card';
import { Figures } from '../../parts/figures';
import { Go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { useAskedMoment } from '../../parts/report/known-by';
import { said } from '../../parts/search-params';
import { Empty } from '../../parts/states';
import { schoolTarget } from '../../parts/term-links';
import classes from './what-if.module.css';

const route = getRouteApi('/reports/what-if/compare');

/** What two scenarios do, side by side. */
export function CompareScenarios() {
  const moment = useAskedMoment();
  return (
    <Page
      title="Compare two what-ifs"
      lead="What each does to coverage and commitments, and in which reviews and people they differ."
      back={{ label: 'What if', link: { to: '/reports/what-if' } }}
    >
      <Loaded query={scenariosQuery(moment)} what="the what-ifs">
        {({ items }) => <Chosen items={items.filter(({ sentence }) => sentence !== null)} />}
      </Loaded>
    </Page>
  );
}

function Chosen({ items }: { items: readonly ScenarioLine[] }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const moment = useAskedMoment();
  const [one, two] = items;
  if (one === undefined || two === undefined) {
    return (
      <Empty
        title="There are not two to compare yet"
        action={
          <Go target={{ to: '/reports/what-if/new', params: {} }} look="button">
            Ask a new what-if
          </Go>
        }
      >
        Two what-ifs can be compared once both have been computed.
      </Empty>
    );
  }
  const { first = one.id, second = two.id } = search;
  const choose = (side: 'first' | 'second', label: string, value: string) => (
    <NativeSelect
      label={label}
      value={value}
      onChange={({ currentTarget }) =>
        void navigate({
          search: said({ ...search, first, second, [side]: currentTarget.value }),
          replace: true,
          resetScroll: false,
        })
      }
      data={items.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
  return (
    <div className={classes.stack}>
      <div className={classes.pair}>
        {choose('first', 'First what-if', first)}
        {choose('second', 'Second what-if', second)}
      </div>
      <Loaded query={comparisonQuery({ ...moment, first, second })} what="the comparison">
        {(comparison) => <Sides comparison={comparison} />}
      </Loaded>
    </div>
  );
}

function Sides({ comparison }: { comparison: ScenarioComparison }) {
  const { first, second, notes, rows, reviews, people } = comparison;
  const moment = useAskedMoment();
  const names = [`A: ${first.name}`, `B: ${second.name}`];
  return (
    <>
      {notes.map((words) => (
        <p key={words} className={classes.gap}>
          {words}
        </p>
      ))}
      <div className={classes.halves}>
        {[first, second].map((side, index) => (
          <section key={names[index]} className={classes.card} aria-label={names[index]}>
            <h2>
              <Link to="/reports/what-if/$scenario" params={{ scenario: side.id }} search={moment}>
                {names[index]}
              </Link>
            </h2>
            <p className={classes.sentence}>{side.sentence}</p>
            <p className={classes.quiet}>
              {side.scope}: {side.changeWords.join('; ')}. Computed {side.computed}
              {side.isStale ? '; facts have changed since.' : '.'}
            </p>
          </section>
        ))}
      </div>
      <Card title="Side by side" aside="Without the changes → with them" flush>
        <Figures
          caption="What each does"
          head={['What', ...names]}
          words={names}
          rows={rows.map(({ figure, label, first: a, second: b }) => ({
            key: figure,
            cells: [
              label,
              ...[
                { scenario: first.id, ...a },
                { scenario: second.id, ...b },
              ].map((side) => <BothSides key={side.scenario} {...{ figure, label, ...side }} />),
            ],
          }))}
        />
      </Card>
      <Card title="Reviews in which they differ" aside={String(reviews.length)} flush>
        {reviews.length === 0 ? (
          <p className={classes.none}>The same reviews would have a Lead Reviewer.</p>
        ) : (
          <Figures
            caption="Reviews with a Lead Reviewer in one only"
            head={['School', 'Region', ...names]}
            words={['Region', ...names]}
            rows={reviews.map(({ review, urn, school, region, first: a, second: b }) => ({
              key: review,
              cells: [
                <Go key="school" target={schoolTarget(urn)}>
                  {school}
                </Go>,
                ...[region, a, b],
              ],
            }))}
          />
        )}
      </Card>
      <Card title="People in whom they differ" aside="Reviews short" flush>
        {people.length === 0 ? (
          <p className={classes.none}>The same people would be as short.</p>
        ) : (
          <Figures
            caption="People whose shortfall differs"
            head={['Lead Reviewer', ...names]}
            rows={people.map(({ lead, name, first: a, second: b }) => ({
              key: lead,
              cells: [name, a, b],
            }))}
          />
        )}
      </Card>
    </>
  );
}

/** What is behind the figures is told by the page of the scenario that they are of. */
const OPENS = {
  DUE: [{ figure: 'DUE_BEFORE' }, { figure: 'DUE_AFTER' }],
  COVERED: [{ figure: 'COVERED_BEFORE' }, { figure: 'COVERED_AFTER' }],
  SHORT: [{ people: 'SHORT_BEFORE' }, { people: 'SHORT_AFTER' }],
  PEOPLE_SHORT: [{ people: 'SHORT_BEFORE' }, { people: 'SHORT_AFTER' }],
  MOVES: [{ people: 'MOVES' }, { people: 'MOVES' }],
} as const;

interface BothSidesProps {
  readonly figure: ScenarioComparison['rows'][number]['figure'];
  readonly label: string;
  readonly scenario: string;
  readonly before: number;
  readonly after: number;
}

function BothSides({ figure, label, scenario, before, after }: BothSidesProps) {
  const [was, is] = OPENS[figure];
  const side = { scenario, label };
  return (
    <span className={classes.pairOf}>
      <OneSide {...side} count={before} when="without the changes" opens={was} />
      <span aria-hidden> → </span>
      <OneSide {...side} count={after} when="with the changes" opens={is} />
    </span>
  );
}

interface OneSideProps extends Pick<BothSidesProps, 'label' | 'scenario'> {
  readonly count: number;
  readonly when: string;
  readonly opens: (typeof OPENS)[BothSidesProps['figure']][number];
}

function OneSide({ label, scenario, count, when, opens }: OneSideProps) {
  const moment = useAskedMoment();
  if (count === 0) return <b className={classes.figure}>0</b>;
  return (
    <Link
      to="/reports/what-if/$scenario"
      params={{ scenario }}
      search={{ ...moment, ...opens }}
      {...('people' in opens ? { hash: 'people' } : {})}
      className={classes.figure}
    >
      {count}
      <span className="sr">
        {' '}
        {label.toLowerCase()}, {when}
      </span>
    </Link>
  );
}
