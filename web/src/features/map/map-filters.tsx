import { Button, NativeSelect } from '@mantine/core';
import type { PlanMap } from '../../api/plan-map';
import classes from './map.module.css';
import type { MapSearch } from './map-search';
import { isNarrowed } from './shown-on-map';

export interface MapFiltersProps {
  readonly map: PlanMap;
  readonly search: MapSearch;
  readonly onChange: (more: {
    readonly [Field in keyof MapSearch]?: MapSearch[Field] | undefined;
  }) => void;
}

interface Choice {
  readonly field: 'region' | 'state' | 'phase' | 'need' | 'lead';
  readonly label: string;
  readonly all: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
}

/** What of the plan the map shows; the address keeps it. */
export function MapFilters({ map, search, onChange }: MapFiltersProps) {
  return (
    <search className={classes.filters}>
      <div className={classes.choices}>
        {choicesOf(map).map(({ field, label, all, options }) => (
          <NativeSelect
            key={field}
            label={label}
            value={search[field] ?? ''}
            onChange={({ currentTarget: { value } }) =>
              onChange({ [field]: value === '' ? undefined : value })
            }
          >
            <option value="">{all}</option>
            {options.map(({ value, words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </NativeSelect>
        ))}
        <NativeSelect
          label="Show"
          value={search.show ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ show: value === 'schools' ? 'schools' : undefined })
          }
        >
          <option value="">Everything</option>
          <option value="schools">Schools only</option>
        </NativeSelect>
      </div>
      {isNarrowed(search) && (
        <Button
          variant="subtle"
          onClick={() =>
            onChange({
              region: undefined,
              state: undefined,
              phase: undefined,
              need: undefined,
              lead: undefined,
              week: undefined,
            })
          }
        >
          Show all
        </Button>
      )}
    </search>
  );
}

function choicesOf({ regions, states, phases, needs, homes }: PlanMap): Choice[] {
  return [
    {
      field: 'region',
      label: 'Region',
      all: 'All of England',
      options: regions.map(({ region, reviews }) => ({
        value: region,
        words: `${region} (${String(reviews)})`,
      })),
    },
    {
      field: 'state',
      label: 'Status',
      all: 'Any status',
      options: states.map(({ state, words, reviews }) => ({
        value: state,
        words: `${words} (${String(reviews)})`,
      })),
    },
    {
      field: 'phase',
      label: 'Phase',
      all: 'All phases',
      options: phases.map((phase) => ({ value: phase, words: phase })),
    },
    {
      field: 'need',
      label: 'Specialism',
      all: 'All specialisms',
      options: needs.map(({ code, name }) => ({ value: code, words: `${code}: ${name}` })),
    },
    {
      field: 'lead',
      label: 'Lead Reviewer',
      all: 'Everybody',
      options: homes.map(({ person, name, seats }) => ({
        value: person,
        words: `${name} (${String(seats)})`,
      })),
    },
  ];
}
