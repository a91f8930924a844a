import { type KeyboardEvent, type RefObject, useCallback, useState } from 'react';
import type { Board, BoardChip } from '../../api/board';
import { alert, announce } from '../../parts/announcer';
import { type Dialog } from './board-dialogs';
import { commandOf, type Command } from './board-keys';
import type { Column } from './columns';
import {
  chipsByPerson,
  columnOf,
  type GridRow,
  HEAD,
  moved,
  type Place,
  placeOf,
  problems,
} from './grid-model';
import { pinStep, removeStep, whyItStays } from './steps';
import { type BoardState } from './use-board';
import { type Carrying } from './use-carrying';

export interface CommandsOf {
  readonly state: BoardState;
  readonly board: Board;
  readonly rows: readonly GridRow[];
  readonly columns: readonly Column[];
  readonly carrying: Carrying;
  readonly letters: boolean;
  readonly selected: string | null;
  readonly filterInput: RefObject<HTMLInputElement | null>;
  readonly onOpen: (review: string | undefined) => void;
  readonly onFold: (region: string) => void;
  readonly onTray: () => void;
  readonly onWhy: (review: string) => void;
  readonly onPerson: (person: string) => void;
}

/** A review that stays where it is, in words. */
interface Refused {
  readonly words: string;
  readonly at: Place;
}

interface Dragged {
  readonly chip: BoardChip;
  readonly over: Place | null;
}

/** Where the focus is, and what keys and the mouse do there. */
export function useBoardCommands(of: CommandsOf) {
  const { state, board, rows, columns, carrying, letters, selected } = of;
  const [place, setPlace] = useState<Place>(() => {
    // A link to a review of the board begins there.
    const linked = selected === null ? undefined : placeOf(board, rows, selected);
    return linked ?? { row: rows[0]?.key ?? '', column: 0 };
  });
  const [focusCount, setFocusCount] = useState(0);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [subject, setSubject] = useState<string | null>(null);
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  // A row that is filtered away leaves the focus on the first one.
  const here = rows.some(({ key }) => key === place.row)
    ? place
    : { row: rows[0]?.key ?? '', column: place.column };

  const goTo = useCallback((next: Place) => {
    setPlace(next);
    setFocusCount((count) => count + 1);
  }, []);
  const chipAt = ({ row, column }: Place): BoardChip | undefined => {
    const at = columns[column];
    const level = row.startsWith('tray ');
    if (!level) {
      return chipsByPerson(board.chips)
        .get(row)
        ?.find((chip) => chip.week === at?.week && chip.window === at?.window);
    }
    return board.chips.find((chip) => {
      const its = chip.lead === null ? placeOf(board, rows, chip.review) : undefined;
      return its?.row === row && its.column === column;
    });
  };
  const led = (): BoardChip | undefined => {
    const chip = chipAt(here);
    return chip && (chip.lead === null || chip.lead === here.row) ? chip : undefined;
  };

  function refuse(words: string): void {
    alert(words);
    setRefused({ words, at: here });
  }

  function move(key: Extract<Command, { kind: 'MOVE' }>['key']): void {
    const to = moved(here, key, rows, columns.length);
    const next = carrying.chip && to.column === HEAD ? here : to;
    goTo(next);
    if (carrying.chip) carrying.over(next);
  }

  function enter(): void {
    if (carrying.chip) return carrying.drop(carrying.chip, here, goTo);
    const row = rows.find(({ key }) => key === here.row);
    if (row?.kind === 'REGION') return of.onFold(row.group.region);
    if (row?.kind === 'PERSON' && here.column === HEAD) return of.onPerson(row.key);
    if (row?.kind === 'TRAY' && (here.column === HEAD || !chipAt(here))) return of.onTray();
    const chip = chipAt(here);
    if (chip) of.onOpen(chip.review);
    else announce('There is no review here.');
  }

  function carry(): void {
    if (carrying.chip) return carrying.drop(carrying.chip, here, goTo);
    const chip = led();
    if (!chip) {
      return here.column === HEAD ? enter() : announce('There is no review to pick up here.');
    }
    const stays = whyItStays(chip);
    if (stays === null) carrying.pickUp(chip, here);
    else refuse(stays);
  }

  function escape(): void {
    if (carrying.chip) {
      if (carrying.from) goTo(carrying.from);
      carrying.putBack();
    } else if (selected !== null) of.onOpen(undefined);
  }

  function pin(chip: BoardChip): void {
    if (chip.pin === 'HELD') return refuse(whyItStays(chip) ?? '');
    if (chip.lead === null)
      return refuse(`${chip.school} has no lead, so there is nothing to pin.`);
    const did = chip.pin === null ? 'pinned' : 'unpinned';
    state.change(pinStep(chip), `${chip.school} ${did}.`);
  }

  function remove(chip: BoardChip): void {
    const stays = whyItStays(chip);
    if (stays !== null) return refuse(stays);
    if (chip.lead === null) return announce(`${chip.school} has no lead.`);
    state.change(removeStep(chip), `${chip.school} has no lead now.`);
  }

  function nextProblem(): void {
    const found = problems(board).flatMap((review) => {
      const at = placeOf(board, rows, review);
      return at ? [{ review, at }] : [];
    });
    const current = found.findIndex(({ at }) => at.row === here.row && at.column === here.column);
    const next = found[(current + 1) % Math.max(1, found.length)];
    if (next) goTo(next.at);
    else announce('No problem is left.');
  }

  function name(review: string): void {
    if (board.plan.termId === null) return announce('This plan is not one of the registers.');
    setSubject(review);
    setDialog('NAME');
  }

  function onReview(kind: 'MOVE_TO' | 'NAME' | 'PIN' | 'WHY' | 'REMOVE'): void {
    const chip = led();
    if (!chip) return announce('There is no review here.');
    switch (kind) {
      case 'PIN':
        return pin(chip);
      case 'REMOVE':
        return remove(chip);
      case 'WHY':
        return of.onWhy(chip.review);
      case 'NAME':
        return name(chip.review);
      case 'MOVE_TO': {
        const stays = whyItStays(chip);
        if (stays !== null) return refuse(stays);
        setSubject(chip.review);
        setDialog('MOVE');
      }
    }
  }

  function run(command: Command): void {
    setRefused(null);
    switch (command.kind) {
      case 'MOVE':
        return move(command.key);
      case 'OPEN':
        return enter();
      case 'CARRY':
        return carry();
      case 'ESCAPE':
        return escape();
      case 'UNDO':
        return state.undo();
      case 'REDO':
        return state.redo();
      case 'NEXT_PROBLEM':
        return nextProblem();
      case 'FILTER':
        return of.filterInput.current?.focus();
      case 'HELP':
        return setDialog('HELP');
      default:
        return onReview(command.kind);
    }
  }

  return {
    place: here,
    focusCount,
    dialog,
    dragged,
    /** Why nothing was done, while the focus stays where it was asked. */
    refused:
      refused?.at.row === here.row && refused.at.column === here.column ? refused.words : null,
    subject: board.chips.find(({ review }) => review === subject),
    name,
    setPlace,
    show: setDialog,
    columnOf: ({ week, window }: BoardChip) => columnOf(board, week, window),
    closeDialog: () => {
      setDialog(null);
      setFocusCount((count) => count + 1);
    },
    closePanel: () => {
      const at = selected === null ? undefined : placeOf(board, rows, selected);
      of.onOpen(undefined);
      goTo(at ?? here);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const command = commandOf(event, letters);
      if (command === null || isTyping(event.target)) return;
      event.preventDefault();
      run(command);
    },
    onPanelKey: (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || selected === null) return;
      const at = placeOf(board, rows, selected);
      of.onOpen(undefined);
      goTo(at ?? here);
    },
    onDrag: (review: string | null, over: Place | null) => {
      const chip = board.chips.find((each) => each.review === review);
      setDragged((known) =>
        chip === undefined
          ? null
          : known?.chip.review === chip.review &&
              known.over?.row === over?.row &&
              known.over?.column === over?.column
            ? known
            : { chip, over },
      );
    },
    onDrop: (review: string, over: Place | null) => {
      const chip = board.chips.find((each) => each.review === review);
      if (chip && over) carrying.drop(chip, over, goTo);
    },
  };
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
