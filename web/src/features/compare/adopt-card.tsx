import { Button, Checkbox, NativeSelect, Radio } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { SideBySide } from '../../api/plan-comparison';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { said } from '../../parts/search-params';
import { boardTarget } from '../../parts/term-links';
import { AdoptEffect } from './adopt-effect';
import { letterOf, regionsOf, takeover } from './changes-shown';
import classes from './compare.module.css';

const route = getRouteApi('/terms/$term/compare');

/** Taking over another plan into plan A, wholly or by region, after a look at what it does. */
export function AdoptCard({ sides, term }: { sides: SideBySide; term: string }) {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [base, ...others] = sides.plans;
  if (base === undefined || sides.reviews.length === 0) return null;
  if (!base.isNewest) return <NotNewest name={base.name} />;
  const found = others.findIndex(({ id }) => id === search.from);
  const from = found === -1 ? 0 : found;
  const regions = search.take?.split(',');
  const { edits, obstacles } = takeover(sides.reviews, { from, regions });
  const go = (more: { from?: string; take?: string | undefined; effect?: 'shown' | undefined }) =>
    void navigate({
      to: '.',
      search: said({ ...search, effect: undefined, ...more }),
      replace: true,
      resetScroll: false,
    });
  const letter = letterOf(from + 1);
  const source = others[from];
  return (
    <Card title={`Take over into plan A`} aside={base.name}>
      <div className={classes.adopt}>
        <p>
          What you take over is saved as version {base.version + 1} of plan A. Nobody is told, and
          version {base.version} stays as it is.
        </p>
        {others.length > 1 && (
          <NativeSelect
            label="From which plan"
            value={source?.id ?? ''}
            onChange={({ currentTarget }) => go({ from: currentTarget.value, take: undefined })}
          >
            {others.map(({ id, name }, index) => (
              <option key={id} value={id}>
                {letterOf(index + 1)}: {name}
              </option>
            ))}
          </NativeSelect>
        )}
        <Radio.Group
          label="How much of it"
          value={regions === undefined ? 'all' : 'regions'}
          onChange={(value) => go({ take: value === 'all' ? undefined : ',' })}
        >
          <div className={classes.options}>
            <Radio
              iconColor="var(--text-on-fill)"
              value="all"
              label={`Everything that differs in plan ${letter}`}
            />
            <Radio iconColor="var(--text-on-fill)" value="regions" label="Only some regions" />
          </div>
        </Radio.Group>
        {regions !== undefined && (
          <Checkbox.Group
            label="Regions"
            value={regions.filter((region) => region !== '')}
            onChange={(chosen) => go({ take: chosen.length === 0 ? ',' : chosen.join(',') })}
          >
            <div className={classes.options}>
              {regionsOf(sides, from).map(({ region, count }) => (
                <Checkbox
                  key={region}
                  iconColor="var(--text-on-fill)"
                  value={region}
                  label={`${region} (${String(count)} ${count === 1 ? 'review' : 'reviews'})`}
                />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <div className={classes.options}>
          <Button
            variant="filled"
            disabled={edits.length === 0}
            onClick={() =>
              go({ ...(search.take === undefined ? {} : { take: search.take }), effect: 'shown' })
            }
          >
            Show what taking over {edits.length} {edits.length === 1 ? 'review' : 'reviews'} does
          </Button>
          {source !== undefined && regions === undefined && (
            <Go target={boardTarget(term, source.id)} look="button">
              Open plan {letter} itself
            </Go>
          )}
        </div>
        {edits.length === 0 && <p className={classes.quiet}>Choose a region first.</p>}
        {obstacles.length > 0 && (
          <details>
            <summary>
              {obstacles.length} {obstacles.length === 1 ? 'review' : 'reviews'} cannot be taken
              over
            </summary>
            <ul className={classes.bullets}>
              {obstacles.map((words, index) => (
                <li key={`${words} ${String(index)}`}>{words}</li>
              ))}
            </ul>
          </details>
        )}
        {search.effect === 'shown' && edits.length > 0 && source !== undefined && (
          <AdoptEffect
            term={term}
            base={base}
            edits={edits}
            usualNote={`Taken over from ${source.name}${regions === undefined ? '' : `: ${regions.join(', ')}`}`}
            others={others.map(({ id }) => id)}
          />
        )}
      </div>
    </Card>
  );
}

function NotNewest({ name }: { name: string }) {
  return (
    <Card title="Take over into plan A" aside={name}>
      <p>
        Plan A has a newer version, and only the newest can be gone on from. Choose the newest
        version as plan A to take something over into it.
      </p>
    </Card>
  );
}
