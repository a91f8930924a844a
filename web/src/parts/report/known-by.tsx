import { Button, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { dayOf, endOfDay, instantInWords } from '../instants';
import { said } from '../search-params';
import classes from './report.module.css';

/** As at which day, and as known at which instant, the page of the address is looked at. */
export interface MomentSearch {
  readonly asAt?: string | undefined;
  readonly knownAt?: string | undefined;
}

function useMoment() {
  const search: MomentSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (changes: MomentSearch) =>
    void navigate({
      to: '.',
      search: (before: object) => said({ ...before, ...changes }),
      replace: true,
      resetScroll: false,
    });
  return { search, change };
}

/** The moment that the address asks for, as routes take it; empty: now. */
export function useAskedMoment() {
  const { asAt, knownAt }: MomentSearch = useSearch({ strict: false });
  return said({ asAt, knownAt });
}

/** What was on record at the end of a day; empty: now. */
export function KnownBy() {
  const { search, change } = useMoment();
  const day = search.knownAt === undefined ? '' : dayOf(search.knownAt);
  return (
    <TextInput
      type="date"
      label="On record by"
      title="Shows what was on record at the end of this day. Empty: now"
      value={day}
      onChange={({ currentTarget: { value } }) =>
        change({ knownAt: value === '' ? undefined : endOfDay(value) })
      }
    />
  );
}

/** Says that an earlier state of the records is shown, and leads back to now. */
export function KnownNote() {
  const { search, change } = useMoment();
  if (search.knownAt === undefined) return null;
  return (
    <p className={classes.known}>
      <IconHistory size={16} aria-hidden />
      <span>As on record on {instantInWords(search.knownAt)}: names, homes, terms and all.</span>
      <Button size="xs" variant="default" onClick={() => change({ knownAt: undefined })}>
        Show what is on record now
      </Button>
    </p>
  );
}

/** The moment of what was solved and kept; both empty: what was computed last. */
export function MomentFields() {
  const { search, change } = useMoment();
  return (
    <>
      <TextInput
        type="date"
        label="As at"
        title="Shows what was computed last by this day. Empty: today"
        value={search.asAt ?? ''}
        onChange={({ currentTarget: { value } }) =>
          change({ asAt: value === '' ? undefined : value })
        }
      />
      <KnownBy />
    </>
  );
}

/** The moment where nothing else is chosen. */
export function StudyMoment() {
  return (
    <div className={classes.filters} role="group" aria-label="The moment looked at">
      <MomentFields />
      <KnownNote />
    </div>
  );
}
