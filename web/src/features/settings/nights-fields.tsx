import { TextInput } from '@mantine/core';
import { faultOf } from './field-fault';
import { numberOf } from './setting-values';
import classes from './settings.module.css';

/** From so many road miles, one way, so many nights. */
export interface NightsStep {
  readonly fromMiles: number | string;
  readonly nights: number | string;
}

const MOST = 3;

/** "from 60 miles 2 nights, from 150 miles 3 nights" */
export function nightsInWords(value: unknown): string {
  const steps = stepsOf(value);
  if (steps.length === 0) return 'none are paid';
  return steps
    .map(
      ({ fromMiles, nights }) =>
        `from ${fromMiles} miles ${nights} ${nights === 1 ? 'night' : 'nights'}`,
    )
    .join(', ');
}

export interface NightsFieldsProps {
  readonly nights: unknown;
  readonly error: Error | null;
  readonly onChange: (steps: NightsStep[]) => void;
}

/** From which distance how many nights are paid; a step without a distance is none. */
export function NightsFields({ nights, error, onChange }: NightsFieldsProps) {
  const steps = stepsOf(nights);
  const shown = Math.min(MOST, steps.length + 1);
  const change = (index: number, step: NightsStep) => {
    const next = steps.slice();
    next[index] = step;
    onChange(next.filter(({ fromMiles, nights: some }) => fromMiles !== '' || some !== ''));
  };
  return (
    <fieldset className={classes.fieldset}>
      <legend>Nights away, by the way from home to school</legend>
      {Array.from({ length: shown }, (_, index) => {
        const { fromMiles, nights: some } = steps[index] ?? { fromMiles: '', nights: '' };
        const path = ['value', 'table', 'nights', String(index)] as const;
        return (
          <div key={index} className={classes.fields}>
            <TextInput
              inputMode="numeric"
              label={`From road miles, step ${String(index + 1)}`}
              value={String(fromMiles)}
              error={faultOf(error, ...path, 'fromMiles')}
              onChange={({ currentTarget: { value } }) =>
                change(index, { fromMiles: numberOf(value), nights: some })
              }
            />
            <TextInput
              inputMode="numeric"
              label={`Nights, step ${String(index + 1)}`}
              value={String(some)}
              error={faultOf(error, ...path, 'nights')}
              onChange={({ currentTarget: { value } }) =>
                change(index, { fromMiles, nights: numberOf(value) })
              }
            />
          </div>
        );
      })}
    </fieldset>
  );
}

function stepsOf(value: unknown): NightsStep[] {
  return Array.isArray(value) ? (value as NightsStep[]) : [];
}
