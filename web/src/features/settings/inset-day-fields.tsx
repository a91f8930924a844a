import { Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { announce } from '../../parts/announcer';
import { shortWeekday } from '../../parts/short-dates';
import classes from './settings.module.css';

export interface InsetDayFieldsProps {
  readonly days: readonly string[];
  readonly onChange: (days: string[]) => void;
}

/** Pupil-free days inside the half-terms. */
export function InsetDayFields({ days, onChange }: InsetDayFieldsProps) {
  const [day, setDay] = useState('');
  return (
    <fieldset className={classes.fieldset}>
      <legend>Pupil-free days (INSET)</legend>
      {days.length === 0 && <p className={classes.quiet}>None in this year.</p>}
      <ul className={classes.chips}>
        {days.map((each) => (
          <li key={each}>
            <Button
              size="xs"
              rightSection={<IconX size={14} aria-hidden />}
              onClick={() => {
                announce(`${shortWeekday(each)} is taken out. Save to keep it so.`);
                onChange(days.filter((other) => other !== each));
              }}
            >
              <span className="sr">Take out </span>
              {shortWeekday(each)}
            </Button>
          </li>
        ))}
      </ul>
      <div className={classes.fields}>
        <TextInput
          type="date"
          label="Another pupil-free day"
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <Button
          className={classes.beside}
          onClick={() => {
            if (day === '' || days.includes(day)) return;
            announce(`${shortWeekday(day)} is put in. Save to keep it so.`);
            onChange([...days, day].sort());
            setDay('');
          }}
        >
          Put it in
        </Button>
      </div>
    </fieldset>
  );
}
