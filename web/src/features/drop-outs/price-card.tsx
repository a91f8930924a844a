import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { type Disturbance, disturbanceQuery, type DropOut } from '../../api/drop-outs';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { Failed } from '../../parts/states';
import classes from './drop-out.module.css';
import { PriceTable } from './price-table';
import { stepsOf } from './steps';
import { StepsChart } from './steps-chart';

const route = getRouteApi('/terms/$term/plans/$plan/drop-outs/$lead');

/** What it buys to disturb nobody else, one person, two …: in words, in a picture, line by line. */
export function PriceCard({ dropOut }: { dropOut: DropOut }) {
  const { person } = dropOut;
  const { plan } = route.useParams();
  const { data, error, refetch } = useQuery(disturbanceQuery(plan, person.reference));
  useToldWhenDone(data);
  return (
    <Card
      title="How many people to disturb"
      aside="Fewer than the best re-plan does, and at what price"
    >
      {error !== null ? (
        <Failed error={error} onRetry={() => void refetch()} />
      ) : (
        <div className={classes.price}>
          {data?.state !== 'DONE' && (
            <p className={classes.working}>
              <Loader size={14} aria-hidden />
              {courseInWords(data)}
            </p>
          )}
          {data !== undefined && <Answer found={data} dropOut={dropOut} />}
        </div>
      )}
    </Card>
  );
}

function Answer({ found, dropOut }: { found: Disturbance; dropOut: DropOut }) {
  const { person, losses } = dropOut;
  const steps = stepsOf(found.lines, losses ?? []);
  const last = found.lines.at(-1)?.people ?? 0;
  return (
    <>
      {found.outcome.length > 0 && (
        <ul className={classes.outcome}>
          {found.outcome.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {found.lines.length > 1 && steps.length > 0 && (
        <div className={classes.charts}>
          {steps.map((each) => (
            <StepsChart key={each.aim} steps={each} first={found.least ?? 0} last={last} />
          ))}
        </div>
      )}
      {found.lines.length > 0 && <PriceTable lines={found.lines} person={person} />}
    </>
  );
}

function courseInWords(data: Disturbance | undefined): string {
  const lines = data?.lines.length ?? 0;
  if (lines === 0)
    return 'Being worked out: with nobody disturbed, then one person more at a time…';
  return `Being worked out: ${String(data?.done)} numbers of people tried. The lines below stand.`;
}

function useToldWhenDone(data: Disturbance | undefined) {
  const told = useRef(false);
  useEffect(() => {
    if (data?.state !== 'DONE' || told.current) return;
    told.current = true;
    announce(`How many people to disturb is known. ${data.outcome.slice(0, 2).join(' ')}`);
  }, [data]);
}
