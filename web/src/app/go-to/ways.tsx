import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Fragment, type KeyboardEvent, useEffect, useId, useState } from 'react';
import { destinationsQuery } from '../../api/destinations';
import { plansWithSeats, termPlansQuery } from '../../api/terms';
import { announce } from '../../parts/announcer';
import { Failed } from '../../parts/states';
import { places, placesBeside } from '../places';
import classes from './go-to.module.css';
import { type Way, waysTo } from './ways-to';

export interface WaysProps {
  readonly term: string | undefined;
  readonly onClose: () => void;
}

const AFTER_TYPING_MS = 150;
const everyPlace = [...places, ...placesBeside];

/** Pages, schools and people by a few letters of their names, by keyboard or by mouse. */
export function Ways({ term, onClose }: WaysProps) {
  const [text, setText] = useState('');
  const { ways, error } = useWays(term, text);
  const go = useGo(onClose);
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const at = Math.min(chosen, ways.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = movedBy(event.key, at, ways.length);
    if (next !== undefined) setChosen(next);
    else if (event.key === 'Enter' && ways[at]) go(ways[at]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <TextInput
        label="Page, school, Lead Reviewer or reference"
        classNames={{ label: classes.label }}
        value={text}
        maxLength={100}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded={ways.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        {...(ways[at] ? { 'aria-activedescendant': optionId(list, at) } : {})}
        autoComplete="off"
        data-autofocus
        // The dialog may stand before this part of the program has come.
        autoFocus
      />
      {error && <Failed error={error} />}
      {!error && ways.length === 0 && (
        <p className={classes.none}>Nothing has this in its name. Try fewer letters.</p>
      )}
      <div id={list} role="listbox" aria-label="Where to go" className={classes.list}>
        {ways.map((way, index) => (
          <Fragment key={`${way.kind} ${way.key}`}>
            {ways[index - 1]?.kind !== way.kind && (
              <div role="presentation" className={classes.kind}>
                {way.kind}
              </div>
            )}
            <WayOption
              id={optionId(list, index)}
              way={way}
              isChosen={index === at}
              onChoose={() => go(way)}
            />
          </Fragment>
        ))}
      </div>
    </>
  );
}

interface WayOptionProps {
  readonly id: string;
  readonly way: Way;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function WayOption({ id, way, isChosen, onChoose }: WayOptionProps) {
  useEffect(() => {
    if (isChosen) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [isChosen, id]);
  return (
    // Keys are the text field's, which keeps the focus.
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className={classes.way}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span>
        {way.name}
        {way.kind !== 'Pages' && <span className="sr">, {way.kind}</span>}
      </span>
      <small>{way.detail}</small>
    </div>
  );
}

/** The ways for what is typed so far, told when they change. */
function useWays(term: string | undefined, text: string): { ways: Way[]; error: Error | null } {
  const { routesByPath } = useRouter();
  const [asked] = useDebouncedValue(text.trim(), AFTER_TYPING_MS);
  const { data: plans } = useQuery({ ...termPlansQuery(term ?? ''), enabled: term !== undefined });
  const { data, error } = useQuery({
    ...destinationsQuery(term ?? '', asked),
    enabled: term !== undefined && asked !== '',
  });
  const found = text.trim() === '' ? undefined : data;
  const plan = plansWithSeats(plans?.items ?? [])[0]?.id;
  const ways = waysTo(text, everyPlace, found, { term, plan, isPage: (to) => to in routesByPath });
  const count = ways.length;
  useEffect(() => {
    if (asked !== '') announce(count === 1 ? '1 place to go.' : `${count} places to go.`);
  }, [asked, count]);
  return { ways, error };
}

function useGo(onClose: () => void): (way: Way) => void {
  const router = useRouter();
  return ({ target: { to, params, search = {} } }) => {
    onClose();
    void router.navigate({ to, params, search });
  };
}

function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** Round the ends, as menus do. */
function movedBy(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  if (key === 'ArrowDown') return (at + 1) % count;
  if (key === 'ArrowUp') return (at - 1 + count) % count;
  return undefined;
}
