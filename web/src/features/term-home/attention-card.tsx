import { getRouteApi, Link } from '@tanstack/react-router';
import { IconCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import type { TermHomeView } from '../../api/term-home';
import { announce } from '../../parts/announcer';
import { Card } from '../../parts/card';
import { said } from '../../parts/search-params';
import classes from './attention-card.module.css';
import { AttentionItem } from './attention-item';
import { bringBack, snooze, useSnoozed } from './snoozed-lines';

const route = getRouteApi('/terms/$term');

/** Everything that somebody must do, the most urgent first; what was put aside in this browser can be shown. */
export function AttentionCard({ home: { attention, term } }: { home: TermHomeView }) {
  const { snoozed: shown } = route.useSearch();
  const snoozed = useSnoozed();
  const list = useRef<HTMLDivElement>(null);
  const open = attention.filter(({ id }) => !snoozed.has(id));
  const aside = attention.filter(({ id }) => snoozed.has(id));
  const isShown = shown === 'shown' && aside.length > 0;
  const urgent = open.filter(({ urgency }) => urgency === 'URGENT').length;
  /** The line is gone, so focus goes to what stands around it. */
  const after = (id: string, said: string, change: (id: string) => void) => {
    change(id);
    announce(said);
    list.current?.focus();
  };
  return (
    <Card
      title="Needs attention"
      aside={open.length === 0 ? undefined : countedInWords(open.length, urgent)}
      end={aside.length > 0 && <ShowSnoozed count={aside.length} isShown={isShown} />}
      flush
    >
      <div ref={list} tabIndex={-1} className={classes.list} aria-label="Things to do" role="group">
        {open.length === 0 && <AllDone hasSnoozed={aside.length > 0} />}
        <ul>
          {open.map((line) => (
            <AttentionItem
              key={line.id}
              line={line}
              term={term.id}
              onSnooze={() =>
                after(
                  line.id,
                  `Snoozed in this browser: ${line.title}. It comes back when it changes.`,
                  snooze,
                )
              }
            />
          ))}
        </ul>
        {isShown && (
          <>
            <h3 className={classes.aside}>Snoozed in this browser</h3>
            <ul className={classes.snoozed}>
              {aside.map((line) => (
                <AttentionItem
                  key={line.id}
                  line={line}
                  term={term.id}
                  onBringBack={() => after(line.id, `Brought back: ${line.title}`, bringBack)}
                />
              ))}
            </ul>
          </>
        )}
      </div>
    </Card>
  );
}

/** "8 things, 2 urgent" */
function countedInWords(things: number, urgent: number): string {
  const counted = things === 1 ? '1 thing' : `${things} things`;
  return urgent === 0 ? counted : `${counted}, ${urgent} urgent`;
}

function ShowSnoozed({ count, isShown }: { count: number; isShown: boolean }) {
  return (
    <Link
      from="/terms/$term"
      to="."
      search={(before) => said({ ...before, snoozed: isShown ? undefined : ('shown' as const) })}
      replace
      resetScroll={false}
      className={classes.toggle}
    >
      {isShown ? 'Hide what is snoozed' : `Show what is snoozed (${count})`}
    </Link>
  );
}

function AllDone({ hasSnoozed }: { hasSnoozed: boolean }) {
  return (
    <p className={classes.done}>
      <IconCheck size={18} aria-hidden />
      {hasSnoozed ? 'Nothing else stands in the way.' : 'Nothing stands in the way of this term.'}
    </p>
  );
}
