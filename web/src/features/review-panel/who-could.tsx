import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlanReview } from '../../api/plan-reviews';
import { type Candidate, emptyRanking, instead } from '../../api/ranking';
import { rankingQuery } from '../../api/rankings';
import { Card } from '../../parts/card';
import { said } from '../../parts/search-params';
import { Failed } from '../../parts/states';
import { ChooseDialog } from './choose-dialog';
import { Progress } from './progress';
import { RankedTable } from './ranked-table';
import { RefusedTable } from './refused-table';
import { isSought } from './review-search';
import { ShowOthers } from './show-others';
import { useRankingTold } from './use-ranking-told';
import classes from './who-could.module.css';

const path = '/terms/$term/plans/$plan/reviews/$review';
const route = getRouteApi(path);

/** So many are shown at first, the cheapest. */
const AT_FIRST = 10;

/** Who else could lead it and at what price, and who cannot and what would mend it. */
export function WhoCould({ review }: { review: PlanReview }) {
  const { plan } = route.useParams();
  const { who, ranked: rankedSearch } = route.useSearch();
  const { data, error, refetch } = useQuery(rankingQuery(plan, review.review));
  const [chosen, setChosen] = useState<Candidate>();
  const ranking = instead(data ?? emptyRanking);
  const isLed = review.lead !== null;
  useRankingTold(ranking, isLed);
  const homes = new Map(review.people.map(({ person, home }) => [person, home]));
  const sought = <Person extends { lead: string; name: string }>(people: readonly Person[]) =>
    people.filter(({ lead, name }) => isSought(who, name, homes.get(lead) ?? null));
  const ranked = sought([...ranking.permitted, ...ranking.impossible]);
  const isAll = rankedSearch === 'all' || who !== undefined;
  const shown = isAll ? ranked : ranked.slice(0, AT_FIRST);
  return (
    <>
      <PeopleSearch />
      <Card
        flush
        title={isLed ? 'Who else could lead it' : 'Who could lead it'}
        aside={error === null ? <Progress ranking={ranking} isLed={isLed} /> : undefined}
      >
        {error !== null && !ranking.isWhole ? (
          <Failed error={error} onRetry={() => void refetch()} />
        ) : (
          <>
            <RankedTable
              review={review}
              ranking={ranking}
              shown={shown}
              homes={homes}
              onChoose={setChosen}
            />
            <ShowOthers of="ranked" shown={shown.length} all={ranked.length} />
          </>
        )}
      </Card>
      {ranking.refused.length > 0 && (
        <RefusedTable
          refused={sought(ranking.refused)}
          total={ranking.refused.length}
          homes={homes}
        />
      )}
      {chosen !== undefined && (
        <ChooseDialog review={review} candidate={chosen} onClose={() => setChosen(undefined)} />
      )}
    </>
  );
}

/** Filters both tables; what is typed is in the address. */
function PeopleSearch() {
  const { who } = route.useSearch();
  const navigate = useNavigate({ from: path });
  const search = (typed: string) =>
    void navigate({
      search: (search) => said({ ...search, who: typed === '' ? undefined : typed }),
      replace: true,
      resetScroll: false,
    });
  return (
    <TextInput
      className={classes.search ?? ''}
      label="Look for a Lead Reviewer"
      description="By name or place, among those who could and those who cannot"
      leftSection={<IconSearch size={16} aria-hidden />}
      value={who ?? ''}
      onChange={(event) => search(event.currentTarget.value)}
    />
  );
}
