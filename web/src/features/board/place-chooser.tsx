import { Button } from '@mantine/core';
import { IconPin } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { BoardChip, Carry, CarriedPlace } from '../../api/board';
import type { Edit } from '../../api/plan-changes';
import { milesInWords } from '../../parts/miles-in-words';
import { daysAloud } from './board-words';
import { EffectLines } from './effect-lines';
import classes from './panel.module.css';
import { RefusedList, type RefusedRow } from './refused-list';

interface Offer {
  readonly person: string;
  readonly name: string;
  readonly miles: number;
  readonly place: CarriedPlace;
}

export interface PlaceChooserProps {
  readonly plan: string;
  readonly edits: readonly Edit[];
  readonly chip: BoardChip;
  readonly carry: Carry;
  /** LEAD: other people in the window that the review has. WINDOW: other windows, with everybody. */
  readonly by: 'LEAD' | 'WINDOW';
  readonly onMove: (to: Offer, place: CarriedPlace, andPin: boolean) => void;
}

/** Who can have a review, best first, with what each would cost; who cannot, and why; and what the chosen one comes to. */
export function PlaceChooser(props: PlaceChooserProps) {
  const { carry, chip, by } = props;
  const [slot, setSlot] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const id = useId();
  const windows = carry.windows.filter(({ grade, week, window }) => {
    const isNow = chip.lead !== null && week === chip.week && window === chip.window;
    return grade !== null && (by === 'LEAD' || !isNow);
  });
  const here = windows.find(({ week, window }) => week === chip.week && window === chip.window);
  const named = windows.find(({ week, window }) => `${week} ${window}` === slot);
  const window = named ?? (by === 'LEAD' ? here : undefined) ?? firstPossible(windows);
  if (window === undefined) {
    return <p className={classes.section}>The school accepts no other window.</p>;
  }
  const offers = offersIn(carry, window);
  const offer = offers.find(({ person }) => person === chosen);
  const refused = refusedIn(carry, window);
  return (
    <>
      <section className={classes.section}>
        {(by === 'WINDOW' || here === undefined) && (
          <label className={classes.when} htmlFor={id}>
            Window
            <select
              id={id}
              className={classes.select}
              value={`${window.week} ${window.window}`}
              onChange={(event) => {
                setSlot(event.currentTarget.value);
                setChosen(null);
              }}
            >
              {windows.map((each) => (
                <option key={each.days} value={`${each.week} ${each.window}`}>
                  {each.days}
                  {each.grade === 'PREFERRED' ? ' (preferred)' : ''}: {each.permitted} can
                </option>
              ))}
            </select>
          </label>
        )}
        <h3>
          Can lead it
          <span>
            {offers.length} of {carry.people.length}
            {offers.length > 1 ? ', best first' : ''}
          </span>
        </h3>
        {offers.length === 0 && (
          <p className={classes.none}>Nobody, while everything else stays as it is.</p>
        )}
        <div role="radiogroup" aria-label={`Leads who can take it on ${daysAloud(window.days)}`}>
          {offers.map((each) => (
            <label key={each.person} className={classes.option}>
              <input
                type="radio"
                name={id}
                checked={chosen === each.person}
                onChange={() => setChosen(each.person)}
              />
              <b>{each.name}</b>
              <span className={classes.miles}>{milesInWords(Math.round(each.miles))}</span>
              <span className={classes.price}>
                <b>{each.place.headline}</b>
                {each.place.also.length > 0 && `. ${each.place.also.join('; ')}`}
              </span>
            </label>
          ))}
        </div>
      </section>
      {offer && <EffectOf {...props} offer={offer} />}
      <section className={classes.section}>
        <h3>
          Cannot lead it
          <span>
            {refused.length} of {carry.people.length}
          </span>
        </h3>
        <RefusedList refused={refused} />
      </section>
    </>
  );
}

function EffectOf({ plan, edits, chip, offer, onMove }: PlaceChooserProps & { offer: Offer }) {
  const { week, window } = offer.place;
  const edit = { kind: 'PUT' as const, review: chip.review, lead: offer.person, week, window };
  return (
    <section className={`${classes.section} ${classes.effect}`}>
      <h3>If it goes to {offer.name}</h3>
      <EffectLines plan={plan} edits={[edit]} after={edits} />
      <div className={classes.actions}>
        <Button variant="filled" size="xs" onClick={() => onMove(offer, offer.place, false)}>
          Move to {offer.name}
        </Button>
        <Button
          size="xs"
          leftSection={<IconPin size={14} aria-hidden />}
          onClick={() => onMove(offer, offer.place, true)}
        >
          Pin here
        </Button>
      </div>
    </section>
  );
}

type Window = Carry['windows'][number];

function firstPossible(windows: readonly Window[]): Window | undefined {
  return windows.find(({ permitted }) => permitted > 0) ?? windows[0];
}

/** Those who can have it then, in the order of the server: the best first. */
function offersIn(carry: Carry, { week, window }: Window): Offer[] {
  const offers = carry.people.flatMap(({ person, name, miles, places }): Offer[] => {
    const place = places.find((each) => each.week === week && each.window === window);
    return place && place.tone !== 'REFUSED' && !place.isNow
      ? [{ person, name, miles, place }]
      : [];
  });
  return offers.sort((a, b) => a.place.rank - b.place.rank);
}

function refusedIn(carry: Carry, { week, window }: Window): RefusedRow[] {
  return carry.people.flatMap(({ person, name, refusal, places }) => {
    const place = places.find((each) => each.week === week && each.window === window);
    const why = refusal?.headline ?? (place?.tone === 'REFUSED' ? place.headline : undefined);
    return why === undefined ? [] : [{ key: person, name, why }];
  });
}
