import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type DropOuts, dropOutsQuery } from '../../api/drop-outs';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { Empty, Failed } from '../../parts/states';
import classes from './drop-outs.module.css';
import { IdlePeople } from './idle-people';
import { MeasuredFrom, NewerVersion } from './notices';
import { PeopleCard } from './people-card';
import { Progress } from './progress';
import { SinglePoints } from './single-points';
import { Standbys } from './standbys';

const route = getRouteApi('/terms/$term/plans/$plan/drop-outs');
const TITLE = 'If somebody drops out';

/** What a plan loses without each of its people, who could help, and which reviews hang on one person. */
export function DropOutsPage() {
  const { plan } = route.useParams();
  return (
    <LoadedPage title={TITLE} query={dropOutsQuery(plan)} what="what is lost without each person">
      {(found) => <Found key={plan} found={found} />}
    </LoadedPage>
  );
}

function Found({ found }: { found: DropOuts }) {
  const { term, plan } = route.useParams();
  // Further answers may fail after the first has come.
  const { error, refetch } = useQuery(dropOutsQuery(plan));
  const seated = found.people.filter(({ seats }) => seats > 0);
  const isDone = found.state === 'DONE';
  return (
    <Page
      title={TITLE}
      lead={`For each person the best plan of the term without them, found by solving again, and what it loses. ${found.plan.words}.`}
      back={{
        label: 'Plan board',
        link: { to: '/terms/$term/plans/$plan', params: { term, plan } },
      }}
    >
      <NewerVersion head={found.plan} to="/terms/$term/plans/$plan/drop-outs" />
      <MeasuredFrom measuredFrom={found.measuredFrom} />
      {error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : isDone && seated.length === 0 ? (
        <Empty title="Nobody has a seat in this plan">
          Nothing is lost, whoever drops out. Once reviews have a lead, this says what hangs on
          whom.
        </Empty>
      ) : (
        <div className={classes.stack}>
          <Progress found={found} />
          {seated.length > 0 && <PeopleCard found={found} seated={seated} />}
          <div className={classes.columns}>
            <SinglePoints points={found.singlePoints} />
            <Standbys standbys={found.standbys} />
          </div>
          {isDone && <IdlePeople people={found.people.filter(({ seats }) => seats === 0)} />}
        </div>
      )}
    </Page>
  );
}
