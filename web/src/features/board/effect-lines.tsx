import { IconArrowsExchange, IconBan, IconCheck } from '@tabler/icons-react';
import { type Edit, effectQuery } from '../../api/plan-changes';
import { Loaded } from '../../parts/loaded';
import classes from './panel.module.css';

export interface EffectLinesProps {
  readonly plan: string;
  readonly edits: readonly Edit[];
  /** Edits that were made before, and are not saved. */
  readonly after: readonly Edit[];
}

/** What edits come to, line by line, before they are made. */
export function EffectLines({ plan, edits, after }: EffectLinesProps) {
  return (
    <Loaded query={effectQuery(plan, edits, { after })} what="what it comes to">
      {({ lines }) => (
        <ul>
          {lines.map(({ about, isWorse, words }) => (
            <li key={words} className={isWorse ? classes.worse : undefined}>
              {isWorse ? (
                <IconBan size={13} aria-hidden />
              ) : about === 'TRAVEL' ? (
                <IconArrowsExchange size={13} aria-hidden />
              ) : (
                <IconCheck size={13} aria-hidden />
              )}
              <span>{words}</span>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
