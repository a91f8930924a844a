import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { type DropOut, type DropOutAnswer, dropOutQuery } from '../../api/drop-outs';
import { Go } from '../../parts/go';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { Empty, Failed, Loading } from '../../parts/states';
import { boardTarget, leadTarget } from '../../parts/term-links';
import shared from './drop-outs.module.css';
import { AtAGlance } from './at-a-glance';
import { MeasuredFrom, NewerVersion } from './notices';
import { PriceCard } from './price-card';
import { OthersMoved, TheirReviews } from './re-plan-cards';

const route = getRouteApi('/terms/$term/plans/$plan/drop-outs/$lead');

/** What is lost when one person drops out, what the best re-plan moves, and what disturbing people buys. */
export function DropOutPage() {
  const { plan, lead } = route.useParams();
  return (
    <LoadedPage
      title="If somebody drops out"
      query={dropOutQuery(plan, lead)}
      what="what is lost without them"
    >
      {(answer) => <Found key={`${plan} ${lead}`} answer={answer} />}
    </LoadedPage>
  );
}

function Found({ answer }: { answer: DropOutAnswer }) {
  const { term, plan, lead } = route.useParams();
  const { error, refetch } = useQuery(dropOutQuery(plan, lead));
  const { person, dropOut } = answer;
  return (
    <Page
      title={`If ${person.name} drops out`}
      lead={`${answer.plan.words}. The best plan of the term without them was found by solving again.`}
      back={{
        label: 'If somebody drops out',
        link: { to: '/terms/$term/plans/$plan/drop-outs', params: { term, plan } },
      }}
      actions={
        <>
          <Go
            look="button"
            target={{
              to: '/reports/what-if/new',
              params: {},
              search: { example: 'LEAVES', person: lead },
            }}
          >
            Ask what it does to the year
          </Go>
          <Go look="button" target={leadTarget(term, plan, lead)}>
            Open their page
          </Go>
        </>
      }
    >
      <NewerVersion head={answer.plan} to="/terms/$term/plans/$plan/drop-outs/$lead" />
      <MeasuredFrom measuredFrom={answer.measuredFrom} />
      {error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : dropOut === null ? (
        <Loading what="the best plan without them; the term is solved again" />
      ) : (
        <Answer dropOut={dropOut} />
      )}
    </Page>
  );
}

function Answer({ dropOut }: { dropOut: DropOut }) {
  const { term, plan } = route.useParams();
  const { person, seats, losses } = dropOut;
  if (seats === 0) {
    return (
      <Empty title={`${person.name} has no seat in this plan`}>
        It stands as it is without them: no review changes, and nobody is disturbed.
      </Empty>
    );
  }
  if (losses === null) {
    return (
      <Empty
        title="Without them no plan keeps the pins"
        action={
          <Go look="button" target={boardTarget(term, plan)}>
            Open the plan board
          </Go>
        }
      >
        A review that is pinned needs {person.name}, as its quality assurer for example. Drop one of
        those pins first; then this page says what would be lost.
      </Empty>
    );
  }
  return (
    <div className={shared.stack}>
      <AtAGlance dropOut={dropOut} />
      <TheirReviews dropOut={dropOut} />
      <PriceCard dropOut={dropOut} />
      <OthersMoved dropOut={dropOut} />
    </div>
  );
}
