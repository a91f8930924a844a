import { Loader } from '@mantine/core';
import type { Ranking } from '../../api/ranking';
import { progressInWords } from './ranking-words';
import classes from './who-could.module.css';

/** How many prices are known, with a bar while they arrive. */
export function Progress({ ranking, isLed }: { ranking: Ranking; isLed: boolean }) {
  const { toPrice, permitted, impossible, isWhole } = ranking;
  const words = progressInWords(ranking, isLed);
  if (isWhole || toPrice === 0) return words;
  return (
    <span className={classes.progress}>
      {toPrice === null ? (
        <Loader size={14} aria-hidden />
      ) : (
        <progress
          aria-label="Prices known"
          max={toPrice}
          value={permitted.length + impossible.length}
        />
      )}
      {words}
    </span>
  );
}
