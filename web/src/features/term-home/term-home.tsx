import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconChecklist, IconRefresh } from '@tabler/icons-react';
import { termHomeQuery, type TermHomeView } from '../../api/term-home';
import { todayQuery } from '../../api/terms';
import { Go } from '../../parts/go';
import { Page } from '../../parts/page';
import { Failed, Loading } from '../../parts/states';
import { boardTarget, preflightTarget, runTarget } from '../../parts/term-links';
import { AttentionCard } from './attention-card';
import { FunnelCard } from './funnel-card';
import { NothingDue } from './nothing-due';
import { RegionsCard } from './regions-card';
import { RunNote } from './run-note';
import classes from './term-home.module.css';
import { WeeksCard } from './weeks-card';

const route = getRouteApi('/terms/$term');

/** How far a term has come, and the next thing to do. */
export function TermHome() {
  const { term } = route.useParams();
  const { data: home, error, refetch } = useQuery(termHomeQuery(term));
  const { data: today } = useQuery(todayQuery);
  const name = today?.terms.find(({ id }) => id === term)?.name;
  return (
    <Page
      key={term}
      title={home?.term.title ?? name ?? 'Term'}
      lead={home?.term.words.join(' ')}
      actions={home === undefined ? undefined : <Actions home={home} />}
    >
      {home !== undefined ? (
        <Home home={home} />
      ) : error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading what="the term" />
      )}
    </Page>
  );
}

function Actions({ home }: { home: TermHomeView }) {
  const { term, plan } = home;
  return (
    <>
      <Go
        target={preflightTarget(term.id)}
        look="button"
        icon={<IconChecklist size={16} aria-hidden />}
      >
        Check before a run
      </Go>
      <Go
        target={runTarget(term.id)}
        look={plan === null && !isEmpty(home) ? 'main' : 'button'}
        icon={<IconRefresh size={16} aria-hidden />}
      >
        {plan === null ? 'Run the allocation' : 'Run again'}
      </Go>
      {plan !== null && (
        <Go target={boardTarget(term.id, plan.id)} look="main">
          Open the plan board
        </Go>
      )}
    </>
  );
}

/** No review is due. */
function isEmpty({ regions }: TermHomeView): boolean {
  return regions.every(({ reviews }) => reviews === 0);
}

function Home({ home }: { home: TermHomeView }) {
  return (
    <>
      <RunNote home={home} />
      <FunnelCard home={home} />
      <div className={classes.columns}>
        <AttentionCard home={home} />
        {isEmpty(home) ? (
          <NothingDue home={home} />
        ) : (
          <div className={classes.stack}>
            <RegionsCard home={home} />
            <WeeksCard home={home} />
          </div>
        )}
      </div>
    </>
  );
}
