import { Title } from '@mantine/core';
import type { Journey, PlanMap } from '../../api/plan-map';
import { JourneyList } from './journey-list';
import classes from './map.module.css';

/** So many ways are listed beside the map; the table has all. */
const FEW = 8;

export interface TravelPanelProps {
  readonly map: PlanMap;
  readonly term: string;
  readonly journeys: readonly Journey[];
  readonly week: string | undefined;
  readonly isNarrowed: boolean;
}

/** While nothing is chosen on the map: who goes furthest. */
export function TravelPanel({ map, term, journeys, week, isNarrowed }: TravelPanelProps) {
  const furthest = journeys.toSorted((a, b) => b.miles - a.miles).slice(0, FEW);
  const chosen = map.weeks.find((each) => each.week === week);
  return (
    <section className={classes.panel} aria-labelledby="travel">
      <Title order={2} size="h3" id="travel">
        {chosen ? `Furthest in the ${lower(chosen.name)}` : 'Furthest'}
      </Title>
      {!isNarrowed && <p>{map.travel}</p>}
      {furthest.length === 0 ? (
        <p>Nobody travels to what is shown.</p>
      ) : (
        <JourneyList journeys={furthest} by="person" term={term} plan={map.plan.id} />
      )}
      <p className={classes.hint} data-unprinted>
        Choose a place on the map to see more about it.
      </p>
    </section>
  );
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
