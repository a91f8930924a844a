import { Button, Loader } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { computeForecast, forecastQuery, type ForecastView } from '../../api/forecast';
import { wordsOfError } from '../../api/problem-error';
import { announce } from '../../parts/announcer';
import { Page } from '../../parts/page';
import { Empty, Failed, Loading } from '../../parts/states';
import { ForecastCard } from './forecast-card';
import classes from './forecast.module.css';
import { LeadsCard } from './leads-card';

/** Who can still reach their minimum this year: what was computed last, and computing anew. */
export function Forecast() {
  const { data, error, refetch } = useQuery(forecastQuery);
  const client = useQueryClient();
  const compute = useMutation({
    mutationFn: computeForecast,
    onSuccess: (view) => {
      client.setQueryData(forecastQuery.queryKey, view);
      announce(
        view.underWay === null
          ? 'Nothing that the forecast looks at has changed.'
          : 'The forecast is being computed.',
      );
    },
  });
  const forecast = data?.forecast ?? null;
  const isUnderWay = (data?.underWay ?? null) !== null;
  useToldWhenDone(isUnderWay);
  const button = (
    <Button
      onClick={() => compute.mutate()}
      disabled={isUnderWay || compute.isPending}
      variant={forecast === null || forecast.isStale ? 'filled' : 'default'}
    >
      {forecast === null ? 'Compute the forecast' : 'Compute again'}
    </Button>
  );
  return (
    <Page
      title={data === undefined ? 'Forecast' : `Forecast for ${data.year}`}
      lead="Who has reached their minimum or still can, given the weeks, dates and reviews that are left of the year."
      back={{ label: 'Reports', link: { to: '/reports' } }}
      actions={forecast === null ? undefined : button}
    >
      {data === undefined ? (
        error === null ? (
          <Loading what="the forecast" />
        ) : (
          <Failed error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <div className={classes.stack}>
          <Course view={data} refusal={compute.error} />
          {forecast !== null ? (
            <>
              <ForecastCard forecast={forecast} />
              <LeadsCard forecast={forecast} />
            </>
          ) : (
            !isUnderWay && (
              <Empty title="No forecast of this year yet" action={button}>
                It plans all that is left of the year, for all together and for each person alone.
                That takes a minute or more; you can go on working meanwhile.
              </Empty>
            )
          )}
        </div>
      )}
    </Page>
  );
}

/** That it is being computed and how far it is, or why it was not. */
function Course({ view, refusal }: { view: ForecastView; refusal: Error | null }) {
  const { underWay, failure } = view;
  if (underWay !== null) {
    const share = underWay.of === 0 ? 0 : underWay.done / underWay.of;
    return (
      <section className={classes.course} aria-label="Being computed">
        <Loader size="xs" aria-hidden />
        <p>
          <b>Being computed.</b> {underWay.words}.
        </p>
        <span
          className={classes.progress}
          role="progressbar"
          aria-label="Forecast"
          aria-valuemin={0}
          aria-valuemax={underWay.of}
          aria-valuenow={underWay.done}
        >
          <i style={{ width: `${share * 100}%` }} />
        </span>
      </section>
    );
  }
  const words = refusal === null ? failure : wordsOfError(refusal);
  if (words === null) return null;
  return (
    <section className={classes.failure} role="alert">
      <h2>There is a problem</h2>
      <p>The forecast could not be computed. {words}</p>
    </section>
  );
}

function useToldWhenDone(isUnderWay: boolean) {
  const was = useRef(isUnderWay);
  useEffect(() => {
    if (was.current && !isUnderWay) announce('The forecast has been computed.');
    was.current = isUnderWay;
  }, [isUnderWay]);
}
