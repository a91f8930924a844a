import { NativeSelect } from '@mantine/core';
import { schoolWindowsQuery } from '../../api/schools';
import { Loaded } from '../../parts/loaded';
import classes from './named-windows.module.css';

export type NamedGrades = Readonly<Record<string, 'PREFERRED' | 'ACCEPTABLE'>>;

export interface NamedWindowsProps {
  readonly urn: string;
  readonly term: string;
  readonly windows: NamedGrades;
  readonly onChange: (windows: NamedGrades) => void;
  readonly words: string | undefined;
}

/** Which windows of the term suit the school, and how well. Those that cannot be used say why. */
export function NamedWindows({ urn, term, windows, onChange, words }: NamedWindowsProps) {
  const grade = (slot: string, value: string) => {
    const others = Object.entries(windows).filter(([each]) => each !== slot);
    const own = value === 'PREFERRED' || value === 'ACCEPTABLE' ? [[slot, value] as const] : [];
    onChange(Object.fromEntries([...others, ...own]));
  };
  return (
    <fieldset className={classes.windows} id="change-windows" tabIndex={-1}>
      <legend>Windows</legend>
      {words !== undefined && <p className={classes.wrong}>{words}</p>}
      <Loaded query={schoolWindowsQuery(urn, term)} what="the windows">
        {({ items }) => (
          <ul>
            {items.map(({ week, window, inWords, reason }) => {
              const slot = `${week} ${window}`;
              return (
                <li key={slot}>
                  <span>{inWords}</span>
                  {reason === null ? (
                    <NativeSelect
                      size="xs"
                      aria-label={inWords}
                      value={windows[slot] ?? ''}
                      onChange={({ currentTarget }) => grade(slot, currentTarget.value)}
                      data={[
                        { value: '', label: 'Not accepted' },
                        { value: 'ACCEPTABLE', label: 'Acceptable' },
                        { value: 'PREFERRED', label: 'Preferred' },
                      ]}
                    />
                  ) : (
                    <span className={classes.shut}>{reason}</span>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Loaded>
    </fieldset>
  );
}
