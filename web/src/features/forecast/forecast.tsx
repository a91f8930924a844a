import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { computeForecast, forecastQuery } from '../../api/forecast';
import { announce } from '../../parts/announcer';
import { StudyMoment, useAskedMoment } from '../../parts/report/known-by';
import { NothingToShow } from '../../parts/report/nothing-to-show';
import { Page } from '../../parts/page';
import { Empty, Failed, Loading } from '../../parts/states';
import { NothingComputedThen, StudyCourse } from '../../parts/study-course';
import { ForecastCard } from './forecast-card';
import classes from './forecast.module.css';
import { LeadsCard } from './leads-card';

/** Who can still reach their minimum this year: what was computed last, and computing anew. */
export function Forecast() {
  const moment = useAskedMoment();
  const query = forecastQuery(moment);
  const { data, error, refetch } = useQuery({ ...query, placeholderData: keepPreviousData });
  const client = useQueryClient();
  const compute = useMutation({
    mutationFn: computeForecast,
    onSuccess: (view) => {
      client.setQueryData(query.queryKey, view);
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
      actions={forecast === null || data?.isNow !== true ? undefined : button}
    >
      {data === undefined ? (
        error === null ? (
          <Loading what="the forecast" />
        ) : (
          <Failed error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <div className={classes.stack}>
          <StudyMoment />
          <StudyCourse
            what="The forecast"
            underWay={data.underWay}
            failure={data.failure}
            refusal={compute.error}
          />
          {forecast?.leads.length === 0 ? (
            <NothingToShow title="Nobody has a minimum to reach yet">
              Once Lead Reviewers have a contract, this says who can still reach their minimum.
            </NothingToShow>
          ) : forecast !== null ? (
            <>
              <ForecastCard forecast={forecast} isNow={data.isNow} />
              <LeadsCard year={data.year} forecast={forecast} />
            </>
          ) : (
            !isUnderWay &&
            (data.isNow ? (
              <Empty title="No forecast of this year yet" action={button}>
                It plans all that is left of the year, for all together and for each person alone.
                That takes a minute or more; you can go on working meanwhile.
              </Empty>
            ) : (
              <NothingComputedThen />
            ))
          )}
        </div>
      )}
    </Page>
  );
}
