import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import {
  balanceFile,
  balanceKey,
  balanceQuery,
  type BalanceView,
  computeBalance,
} from '../../api/balance';
import { announce } from '../../parts/announcer';
import { FileButtons } from '../../parts/file-buttons';
import { Go } from '../../parts/go';
import { LoadedPage } from '../../parts/loaded-page';
import { Page } from '../../parts/page';
import { KnownNote } from '../../parts/report/known-by';
import { said } from '../../parts/search-params';
import { Empty } from '../../parts/states';
import { NothingComputedThen, StudyCourse } from '../../parts/study-course';
import { BalanceFilters } from './balance-filters';
import { BalanceSummary } from './balance-summary';
import { BalanceTable } from './balance-table';
import classes from './balance.module.css';
import { RegionsCard } from './regions-card';
import { ReviewsBehind } from './reviews-behind';

const route = getRouteApi('/reports/balance');
const back = { label: 'Reports', link: { to: '/reports' } } as const;

/** Where Lead Reviewers are short by region and specialism, and what one more would add. */
export function BalancePage() {
  const search = route.useSearch();
  const query = said({ ...search, figure: undefined, inRegion: undefined, inNeed: undefined });
  return (
    <LoadedPage
      title="Supply and demand"
      query={{ ...balanceQuery(query), placeholderData: keepPreviousData }}
      what="supply and demand"
      back={back}
    >
      {(view) => <Computed view={view} query={query} />}
    </LoadedPage>
  );
}

function Computed({
  view,
  query,
}: {
  view: BalanceView;
  query: Parameters<typeof balanceQuery>[0];
}) {
  const client = useQueryClient();
  const compute = useMutation({
    mutationFn: () => computeBalance(view.scope.id),
    onSuccess: async ({ underWay }) => {
      announce(
        underWay === null
          ? 'Nothing that is looked at has changed.'
          : 'Supply and demand are being compared.',
      );
      await client.invalidateQueries({ queryKey: balanceKey });
    },
  });
  const { balance, underWay, failure } = view;
  const button = (
    <Button
      onClick={() => compute.mutate()}
      disabled={underWay !== null || compute.isPending}
      variant={balance === null || balance.isStale ? 'filled' : 'default'}
    >
      {balance === null ? 'Compare supply and demand' : 'Compute again'}
    </Button>
  );
  return (
    <Page
      title={view.title}
      lead="Where Lead Reviewers are short, and what one more there would add. Every number opens the reviews behind it."
      back={back}
      actions={
        balance === null ? undefined : (
          <>
            <FileButtons file={(form) => balanceFile(form, query)} />
            {view.isNow && button}
          </>
        )
      }
      wide
    >
      <div className={classes.stack}>
        <BalanceFilters view={view} />
        <KnownNote />
        <StudyCourse
          what="The comparison"
          underWay={underWay}
          failure={failure}
          refusal={compute.error}
        />
        {balance?.demand === 0 ? (
          <Empty
            title={balance.sentence}
            action={
              <Go target={{ to: '/', params: {} }} look="button">
                Go to the term
              </Go>
            }
          >
            Once reviews of it are due and still to be led, this says where Lead Reviewers are
            short.
          </Empty>
        ) : balance !== null ? (
          <>
            <BalanceSummary balance={balance} isNow={view.isNow} />
            <RegionsCard balance={balance} />
            <BalanceTable balance={balance} />
            <ReviewsBehind />
          </>
        ) : (
          underWay === null &&
          (view.isNow ? (
            <Empty title={`Not compared yet for ${view.scope.name}`} action={button}>
              It plans all reviews, and again with one more Lead Reviewer for each region and
              specialism. That takes some seconds for a term, a minute for a year; you can go on
              working meanwhile.
            </Empty>
          ) : (
            <NothingComputedThen />
          ))
        )}
      </div>
    </Page>
  );
}
