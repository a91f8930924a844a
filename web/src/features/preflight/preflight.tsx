import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { preflightQuery, type PreflightView } from '../../api/preflight';
import { todayQuery } from '../../api/terms';
import { Go } from '../../parts/go';
import { NothingToAllocate } from '../../parts/nothing-to-allocate';
import { Page } from '../../parts/page';
import { Failed, Loading } from '../../parts/states';
import { runTarget } from '../../parts/term-links';
import { LeftOutCard } from './left-out-card';
import classes from './preflight.module.css';
import { SeatsCard } from './seats-card';
import { ShortagesCard } from './shortages-card';
import { SupplyCard } from './supply-card';
import { VerdictCard } from './verdict-card';

const route = getRouteApi('/terms/$term/preflight');

/** What a term is short of, before any run and while schools can still move. */
export function Preflight() {
  const { term } = route.useParams();
  const { data, error, refetch } = useQuery(preflightQuery(term));
  const { data: today } = useQuery(todayQuery);
  const name = data?.term ?? today?.terms.find(({ id }) => id === term)?.name;
  return (
    <Page
      key={term}
      title={name === undefined ? 'Pre-flight' : `Pre-flight for ${name}`}
      lead="What no run could cover, and where it will be tight: looked at as the registers stand now. Nothing is changed or kept."
      back={{ label: name ?? 'Term', link: { to: '/terms/$term', params: { term } } }}
      actions={
        data !== undefined && data.coverage.due.reviews > 0 ? (
          <Go target={runTarget(term)} look="main">
            Run the allocation
          </Go>
        ) : undefined
      }
    >
      {data !== undefined ? (
        <Findings found={data} term={term} />
      ) : error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading what="the pre-flight" />
      )}
    </Page>
  );
}

function Findings({ found, term }: { found: PreflightView; term: string }) {
  if (found.coverage.due.reviews === 0) {
    return (
      <div className={classes.stack}>
        <NothingToAllocate term={term} />
        {found.leftOut.length > 0 && <LeftOutCard leftOut={found.leftOut} term={term} />}
      </div>
    );
  }
  return (
    <div className={classes.stack}>
      <VerdictCard found={found} />
      <div className={classes.columns}>
        <ShortagesCard found={found} term={term} />
        <div className={classes.stack}>
          <SeatsCard seats={found.seats} term={term} />
          {found.leftOut.length > 0 && <LeftOutCard leftOut={found.leftOut} term={term} />}
        </div>
      </div>
      <SupplyCard found={found} term={term} />
    </div>
  );
}
