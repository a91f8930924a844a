import { Button, Select, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { forecastFile, type Forecast } from '../../api/forecast';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { FileButtons } from '../../parts/file-buttons';
import { said } from '../../parts/search-params';
import classes from './forecast.module.css';
import { LeadsTable } from './leads-table';
import {
  CHANCES,
  chanceWords,
  chosenBy,
  type ForecastSearch,
  limitWords,
  shownLeads,
} from './shown-leads';

const route = getRouteApi('/reports/forecast');

/** Every person with their year: filtered by the address, downloaded as shown. */
export function LeadsCard({ year, forecast }: { year: string; forecast: Forecast }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const shown = shownLeads(forecast.leads, search);
  const go = (changes: ForecastSearch) => {
    const next = { ...search, ...changes };
    void navigate({
      search: Object.fromEntries(
        Object.entries(next).filter(([, value]) => value !== undefined && value !== ''),
      ),
      replace: true,
    });
    const count = shownLeads(forecast.leads, next).length;
    announce(`${count} of ${forecast.leads.length} people shown.`);
  };
  const limits = [...new Set(forecast.leads.flatMap((lead) => lead.limits.map((l) => l.limit)))];
  const isFiltered = chosenBy(search).length > 0;
  return (
    <Card
      title={<span id="people">People</span>}
      aside={`${shown.length} of ${forecast.leads.length}`}
      flush
    >
      <div className={classes.filters}>
        <Select
          label="Minimum"
          placeholder="Any"
          clearable
          data={CHANCES.map((chance) => ({ value: chance, label: chanceWords[chance] }))}
          value={search.chance ?? null}
          onChange={(value) => go({ chance: value ?? undefined })}
        />
        <Select
          label="Limited by"
          placeholder="Anything"
          clearable
          data={limits.map((limit) => ({ value: limit, label: limitWords[limit] ?? limit }))}
          value={search.limit ?? null}
          onChange={(value) => go({ limit: value ?? undefined })}
        />
        <TextInput
          label="Name contains"
          value={search.find ?? ''}
          onChange={({ currentTarget }) => go({ find: currentTarget.value })}
        />
        <FileButtons
          file={(form) =>
            forecastFile(form, {
              ...said({ asAt: search.asAt, knownAt: search.knownAt }),
              leads: shown.map(({ lead }) => lead),
              chosenBy: chosenBy(search),
            })
          }
        />
      </div>
      {shown.length === 0 ? (
        <div className={classes.nobody}>
          <p>Nobody is like that.</p>
          {isFiltered && (
            <Button
              variant="default"
              onClick={() => go({ chance: undefined, limit: undefined, find: undefined })}
            >
              Show everybody
            </Button>
          )}
        </div>
      ) : (
        <LeadsTable
          leads={shown}
          moment={{ academicYear: year, asAt: forecast.asAt, knownAt: forecast.knownAt }}
          open={search.lead}
          onOpen={(lead) => go({ lead: lead === search.lead ? undefined : lead })}
        />
      )}
    </Card>
  );
}
