import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { restoreScenario, type ScenarioLine, scenariosQuery, whatIfKey } from '../../api/what-if';
import { todayQuery } from '../../api/terms';
import { Go } from '../../parts/go';
import { Loaded } from '../../parts/loaded';
import { Page } from '../../parts/page';
import { StudyMoment, useAskedMoment } from '../../parts/report/known-by';
import { Empty } from '../../parts/states';
import { Tag } from '../../parts/tag';
import { Undo } from '../../parts/undo';
import { kindWords } from './scenario-draft';
import classes from './what-if.module.css';

const route = getRouteApi('/reports/what-if');

/** The saved scenarios with what each does, and examples where there is none. */
export function Scenarios() {
  const moment = useAskedMoment();
  return (
    <Page
      title="What if"
      lead="Somebody leaves, two join, a school moves: what that does to coverage and commitments, within seconds. Nothing is changed by asking."
      back={{ label: 'Reports', link: { to: '/reports' } }}
      actions={
        <Go target={{ to: '/reports/what-if/new', params: {} }} look="main">
          Ask a new what-if
        </Go>
      }
    >
      <div className={classes.stack}>
        <Deleted />
        <StudyMoment />
        <OfThePlan />
        <Loaded query={scenariosQuery(moment)} what="the what-ifs">
          {({ items }) =>
            items.length > 0 ? (
              <Lines items={items} moment={moment} />
            ) : Object.keys(moment).length > 0 ? (
              <Empty title="Nothing had been asked then">
                Choose a later day, or leave both days empty for today’s.
              </Empty>
            ) : (
              <NothingYet />
            )
          }
        </Loaded>
      </div>
    </Page>
  );
}

/** What a plan loses without each person is worked out for all of them at once, on a page of the term. */
function OfThePlan() {
  const term = useQuery(todayQuery).data?.plannedTerm ?? null;
  if (term === null) return null;
  return (
    <p className={classes.quiet}>
      Somebody falls ill? What the plan of the term loses without each person is worked out already:{' '}
      <Go target={{ to: '/terms/$term/drop-outs', params: { term } }}>If somebody drops out</Go>
    </p>
  );
}

/** The one that was just deleted can be put back. */
function Deleted() {
  const { deleted } = route.useSearch();
  const navigate = route.useNavigate();
  const client = useQueryClient();
  if (deleted === undefined) return null;
  return (
    <Undo
      offer={{
        words: 'The what-if was deleted.',
        undo: async () => {
          await restoreScenario(deleted);
          await client.invalidateQueries({ queryKey: whatIfKey });
        },
      }}
      onClose={() => void navigate({ search: {}, replace: true })}
    />
  );
}

const examples = ['LEAVES', 'JOINS', 'SCHOOL_MOVES'] as const;

function NothingYet() {
  return (
    <Empty title="Nothing has been asked yet">
      Say what could be otherwise, and see which reviews would lose or get a Lead Reviewer and who
      would fall short. It is saved under a name and can be computed again when facts have changed.
      Begin with one of these:
      <span className={classes.examples}>
        {examples.map((example) => (
          <Link key={example} to="/reports/what-if/new" search={{ example }}>
            {kindWords[example]}
          </Link>
        ))}
      </span>
    </Empty>
  );
}

function Lines({
  items,
  moment,
}: {
  items: readonly ScenarioLine[];
  moment: ReturnType<typeof useAskedMoment>;
}) {
  const [first, second] = items.filter(({ sentence }) => sentence !== null);
  return (
    <>
      <ul className={classes.lines}>
        {items.map((item) => (
          <li key={item.id} className={classes.line}>
            <h2>
              <Link to="/reports/what-if/$scenario" params={{ scenario: item.id }} search={moment}>
                {item.name}
              </Link>
            </h2>
            <p className={classes.quiet}>
              {item.scope}: {item.changeWords.join('; ')}.
            </p>
            <p>{told(item)}</p>
            <p className={classes.quiet}>
              Changed {item.changed} by {item.changedBy}
              {item.computed !== null && `; computed ${item.computed}`}{' '}
              {item.isStale && <Tag tone="warn">Facts have changed since</Tag>}
            </p>
          </li>
        ))}
      </ul>
      {first !== undefined && second !== undefined && (
        <p>
          <Go
            target={{
              to: '/reports/what-if/compare',
              params: {},
              search: { ...moment, first: first.id, second: second.id },
            }}
            look="button"
          >
            Compare two side by side
          </Go>
        </p>
      )}
    </>
  );
}

function told({ sentence, underWay, failure }: ScenarioLine): string {
  if (underWay !== null) return `Being computed: ${underWay.words}.`;
  return sentence ?? failure ?? 'Not computed yet.';
}
