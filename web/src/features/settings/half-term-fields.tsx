import { TextInput } from '@mantine/core';
import type { SchoolCalendarYear } from '../../api/calendar';
import { faultOf } from './field-fault';
import classes from './settings.module.css';

type HalfTerms = SchoolCalendarYear['halfTerms'];

export interface HalfTermFieldsProps {
  readonly halfTerms: HalfTerms;
  readonly error: Error | null;
  readonly onChange: (halfTerms: HalfTerms) => void;
}

/** First and last day of each half-term. */
export function HalfTermFields({ halfTerms, error, onChange }: HalfTermFieldsProps) {
  const set = (index: number, more: Partial<HalfTerms[number]>) =>
    onChange(halfTerms.map((half, place) => (place === index ? { ...half, ...more } : half)));
  return (
    <div className={classes.halfTerms}>
      {halfTerms.map(({ number, name, startsOn, endsOn }, index) => (
        <fieldset key={number} className={classes.fieldset}>
          <legend>{name}</legend>
          <div className={classes.fields}>
            <TextInput
              type="date"
              label="First day"
              required
              value={startsOn}
              error={faultOf(error, 'halfTerms', String(index), 'startsOn')}
              onChange={({ currentTarget }) => set(index, { startsOn: currentTarget.value })}
            />
            <TextInput
              type="date"
              label="Last day"
              required
              value={endsOn}
              error={faultOf(error, 'halfTerms', String(index), 'endsOn')}
              onChange={({ currentTarget }) => set(index, { endsOn: currentTarget.value })}
            />
          </div>
        </fieldset>
      ))}
    </div>
  );
}
