import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { type BoardChip, type Swap, swapsQuery } from '../../api/board';
import type { Edit } from '../../api/plan-changes';
import { Loaded } from '../../parts/loaded';
import { daysAloud } from './board-words';
import { EffectLines } from './effect-lines';
import classes from './panel.module.css';
import { RefusedList } from './refused-list';

export interface SwapChooserProps {
  readonly plan: string;
  /** Not saved yet. */
  readonly edits: readonly Edit[];
  readonly chip: BoardChip;
  readonly onSwap: (swap: Swap) => void;
}

/** With which reviews this one can swap its lead, best first, with what each swap comes to. */
export function SwapChooser({ plan, edits, chip, onSwap }: SwapChooserProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [isAll, setIsAll] = useState(false);
  const id = useId();
  if (chip.lead === null) {
    return <p className={classes.section}>It has no lead to swap. Find it one first.</p>;
  }
  return (
    <Loaded query={swapsQuery(plan, chip.review, edits)} what="the swaps">
      {({ swaps, refused }) => {
        const swap = swaps.find(({ review }) => review === chosen);
        return (
          <>
            <section className={classes.section}>
              <h3>
                Can swap
                <span>
                  {swaps.length} of {swaps.length + refused.length}
                  {swaps.length > 1 ? ', best first' : ''}
                </span>
              </h3>
              <p className={classes.none}>
                {chip.leadName} leads the other review and its lead this one, each on the days it
                has.
              </p>
              {swaps.length === 0 && (
                <p className={classes.none}>None, while everything else stays as it is.</p>
              )}
              <div role="radiogroup" aria-label="Reviews to swap the lead with">
                {swaps.slice(0, isAll ? undefined : FIRST).map((each) => (
                  <label key={each.review} className={classes.option}>
                    <input
                      type="radio"
                      name={id}
                      checked={chosen === each.review}
                      onChange={() => setChosen(each.review)}
                    />
                    <b>{each.name}</b>
                    <span className={classes.price}>
                      {each.school}, {daysAloud(each.days)}
                    </span>
                    <span className={classes.price}>
                      <b>{each.headline}</b>. {each.also.join('; ')}
                    </span>
                  </label>
                ))}
              </div>
              {swaps.length > FIRST && !isAll && (
                <Button size="xs" variant="subtle" onClick={() => setIsAll(true)}>
                  Show all {swaps.length} swaps
                </Button>
              )}
            </section>
            {swap !== undefined && (
              <section className={`${classes.section} ${classes.effect}`}>
                <h3>If it swaps with {swap.school}</h3>
                <EffectLines plan={plan} edits={swap.edits} after={edits} />
                <div className={classes.actions}>
                  <Button
                    variant="filled"
                    size="xs"
                    leftSection={<IconArrowsExchange size={14} aria-hidden />}
                    onClick={() => onSwap(swap)}
                  >
                    Swap with {swap.name}
                  </Button>
                </div>
              </section>
            )}
            <section className={classes.section}>
              <h3>
                Cannot swap
                <span>
                  {refused.length} of {swaps.length + refused.length}
                </span>
              </h3>
              <RefusedList
                refused={refused.map(({ review, school, name, why }) => ({
                  key: review,
                  name: `${school}, with ${name}`,
                  why,
                }))}
              />
            </section>
          </>
        );
      }}
    </Loaded>
  );
}

/** So many are shown at first. */
const FIRST = 8;
