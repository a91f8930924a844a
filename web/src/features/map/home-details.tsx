import { Button } from '@mantine/core';
import type { MapHome, PlanMap } from '../../api/plan-map';
import { Go } from '../../parts/go';
import { leadTarget } from '../../parts/term-links';
import { JourneyList } from './journey-list';
import classes from './map.module.css';

export interface HomeDetailsProps {
  readonly map: PlanMap;
  readonly term: string;
  readonly home: MapHome;
  readonly onLead: (person: string) => void;
}

/** Somebody's home on the map, with the ways they go in the plan. */
export function HomeDetails({ map, term, home, onLead }: HomeDetailsProps) {
  const journeys = map.journeys.filter(({ person }) => person === home.person);
  return (
    <>
      <p>
        {home.home === null ? '' : `Lives in ${home.home}. `}
        {home.words}
      </p>
      <JourneyList journeys={journeys} by="school" term={term} plan={map.plan.id} />
      <div className={classes.links} data-unprinted>
        <Button onClick={() => onLead(home.person)}>Show only their reviews</Button>
        <Go target={leadTarget(term, map.plan.id, home.person)} look="button" about={home.name}>
          Open the Lead Reviewer
        </Go>
      </div>
    </>
  );
}
