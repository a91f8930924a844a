import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Balance, BalanceRegion } from '../../api/balance';
import { Card } from '../../parts/card';
import { type RegionFigure, RegionMap } from '../../parts/england-map/region-map';
import { said } from '../../parts/search-params';
import { Tag } from '../../parts/tag';
import classes from './balance.module.css';
import { Figure } from './figure';

const route = getRouteApi('/reports/balance');

/** So many reviews without a lead make a region one step darker. */
const STEPS = [1, 2, 5] as const;

const LEGEND = [
  [0, 'All have one'],
  [1, '1'],
  [2, '2 to 4'],
  [3, '5 or more'],
] as const;

/** Regions on a map, as dark as reviews there have no lead, and the same numbers beside it. */
export function RegionsCard({ balance: { regions } }: { balance: Balance }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/reports/balance' });
  const toggled = (region: string) => (region === search.region ? undefined : region);
  const figures = new Map(regions.map((each) => [each.region, figureOf(each)]));
  return (
    <Card title="Reviews without a lead, by region" aside="of those due, in the best plan">
      <div className={classes.sides}>
        <div>
          <RegionMap
            label="Map of England: reviews without a lead in each region. The same numbers stand in the list beside it."
            regions={figures}
            chosen={search.region}
            onRegion={(region) =>
              void navigate({
                search: said({ ...search, region: toggled(region) }),
                replace: true,
                resetScroll: false,
              })
            }
          />
          <ul className={classes.legend} aria-label="Reviews without a lead">
            {LEGEND.map(([level, words]) => (
              <li key={level}>
                <i data-level={level} aria-hidden />
                {words}
              </li>
            ))}
          </ul>
          <p className={classes.source}>
            Outlines: Office for National Statistics and Ordnance Survey, © Crown copyright and
            database right 2016, Open Government Licence v3.0.
          </p>
        </div>
        <ul className={classes.regions} aria-label="Regions">
          {regions.map((each) => (
            <li key={each.region} data-chosen={each.region === search.region || undefined}>
              <div className={classes.regionHead}>
                <Link
                  to="/reports/balance"
                  search={said({ ...search, region: toggled(each.region) })}
                  replace
                  resetScroll={false}
                  aria-current={each.region === search.region || undefined}
                >
                  {each.region}
                </Link>
                {each.isPriority && <Tag tone="priority">Priority region</Tag>}
                <span className={classes.regionFigure}>
                  <Figure
                    figure={each.without > 0 ? 'without' : 'demand'}
                    count={each.without > 0 ? each.without : each.demand}
                    of={each.region}
                    region={each.region}
                    words={`${String(each.without)} of ${String(each.demand)}`}
                  />
                </span>
              </div>
              <span className={classes.share} aria-hidden>
                <i style={{ flexGrow: each.demand - each.without }} />
                <i data-gap style={{ flexGrow: each.without }} />
              </span>
              <p className={classes.quiet}>{each.words}</p>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}

function figureOf({ without }: BalanceRegion): RegionFigure {
  const level = STEPS.filter((step) => without >= step).length as RegionFigure['level'];
  return { level, figure: String(without) };
}
