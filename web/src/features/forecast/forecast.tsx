import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { computeForecast, forecastQuery } from '../../api/forecast';
import { announce } from '../../parts/announcer';
import { Page } from '../../parts/page';
import { Empty, Failed, Loading } from '../../parts/states';
import { StudyCourse } from '../../parts/study-course';
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
          <StudyCourse
            what="The forecast"
            underWay={data.underWay}
            failure={data.failure}
            refusal={compute.error}
          />
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
