import { IconArrowRight, IconBan } from '@tabler/icons-react';
import type { BoardChip, Carry } from '../../api/board';
import classes from './board.module.css';
import { type Column, type Prices, verdictInWords, verdictOn } from './columns';
import { HEAD, type Place } from './grid-model';

export interface VerdictProps {
  /** The review in hand. */
  readonly chip: BoardChip | null;
  readonly over: Place | null;
  readonly how: 'KEYS' | 'MOUSE';
  readonly carry: Carry | undefined;
  readonly prices: ReadonlyMap<string, Prices> | undefined;
  readonly columns: readonly Column[];
  /** Why the review in focus was not picked up, pinned or taken off; null: nothing was refused. */
  readonly refused: string | null;
}

/** What a drop would come to, in words, before it is done: for those who see what a screen reader is told. */
export function Verdict({ chip, over, how, carry, prices, columns, refused }: VerdictProps) {
  if (chip === null) return refused === null ? null : <Line isBlocked words={refused} />;
  if (carry === undefined || prices === undefined) {
    return <Line school={chip.school} words="Working out the prices…" />;
  }
  const isOver = over !== null && over.column !== HEAD && !over.row.startsWith('region ');
  if (!isOver) return <Line school={chip.school} words={carry.words} />;
  const verdict = verdictOn(carry, prices, columns, over);
  return (
    <Line
      school={chip.school}
      isBlocked={verdict.kind === 'BLOCKED'}
      words={verdictInWords(verdict, chip.lead !== null, how)}
    />
  );
}

interface LineProps {
  readonly school?: string;
  readonly words: string;
  readonly isBlocked?: boolean;
}

/** It lies over the legend, so that no row moves while something is carried. The live region tells the same. */
function Line({ school, words, isBlocked = false }: LineProps) {
  const Icon = isBlocked ? IconBan : IconArrowRight;
  return (
    <p className={`${classes.verdict} ${isBlocked ? classes.blocked : ''}`} data-verdict>
      <Icon size={16} aria-hidden />
      <span>
        {school !== undefined && !words.includes(school) && <b>{school}: </b>}
        {words}
      </span>
    </p>
  );
}
