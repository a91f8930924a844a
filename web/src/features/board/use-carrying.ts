import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { type BoardChip, type Carry, carryQuery } from '../../api/board';
import { wordsOfError } from '../../api/problem-error';
import { alert, announce } from '../../parts/announcer';
import { type Column, pricesByPerson, verdictInWords, verdictOn } from './columns';
import { type Place } from './grid-model';
import { moveStep, removeStep } from './steps';
import { type BoardState } from './use-board';

/** A review in hand: by keyboard or by mouse it is carried, priced and dropped in the same way. */
export interface Carrying {
  readonly chip: BoardChip | null;
  /** Where it was picked up. */
  readonly from: Place | null;
  readonly pickUp: (chip: BoardChip, from: Place) => void;
  readonly putBack: () => void;
  /** Tells what dropping it there would mean. */
  readonly over: (place: Place) => void;
  /** Drops it, or tells why it cannot be dropped there; afterwards nothing is in hand unless it was refused. */
  readonly drop: (chip: BoardChip, place: Place, onDone: (place: Place) => void) => void;
  readonly letGo: () => void;
}

export function useCarrying(state: BoardState, columns: readonly Column[]): Carrying {
  const client = useQueryClient();
  const [held, setHeld] = useState<{ chip: BoardChip; from: Place } | null>(null);
  const { plan, edits, change } = state;
  const asked = useCallback(
    (review: string): Promise<Carry> => client.fetchQuery(carryQuery(plan, review, edits.edits)),
    [client, plan, edits.edits],
  );
  const failed = (failure: unknown): void => alert(wordsOfError(failure));
  const letGo = useCallback(() => setHeld(null), []);

  const pickUp = useCallback(
    (chip: BoardChip, from: Place) => {
      setHeld({ chip, from });
      asked(chip.review).then(({ words }) => announce(words), failed);
    },
    [asked],
  );

  const putBack = useCallback(() => {
    if (held) announce(`${held.chip.school} put back.`);
    setHeld(null);
  }, [held]);

  const over = useCallback(
    (place: Place) => {
      if (held === null) return;
      const { chip } = held;
      asked(chip.review).then((carry) => {
        const verdict = verdictOn(carry, pricesByPerson(carry, columns), columns, place);
        const words = verdictInWords(verdict, chip.lead !== null, 'KEYS');
        if (verdict.kind === 'BLOCKED') alert(words);
        else announce(words);
      }, failed);
    },
    [held, asked, columns],
  );

  const drop = useCallback(
    (chip: BoardChip, place: Place, onDone: (place: Place) => void) => {
      asked(chip.review).then((carry) => {
        const verdict = verdictOn(carry, pricesByPerson(carry, columns), columns, place);
        if (verdict.kind === 'BLOCKED') {
          alert(verdict.words);
          return;
        }
        setHeld(null);
        if (verdict.kind === 'TRAY') {
          if (chip.lead === null) announce(`${chip.school} put back.`);
          else change(removeStep(chip), `${chip.school} has no lead now.`);
          return;
        }
        const person = carry.people.find((each) => each.person === place.row);
        if (verdict.place.isNow || !person) {
          announce(`${chip.school} put back.`);
          return;
        }
        change(moveStep(chip, person, verdict.place), `Moved to ${person.name}.`);
        onDone(place);
      }, failed);
    },
    [asked, change, columns],
  );

  return {
    chip: held?.chip ?? null,
    from: held?.from ?? null,
    pickUp,
    putBack,
    over,
    drop,
    letGo,
  };
}
