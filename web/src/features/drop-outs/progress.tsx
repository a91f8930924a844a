import { useEffect, useRef } from 'react';
import type { DropOuts } from '../../api/drop-outs';
import { announce } from '../../parts/announcer';
import classes from './drop-outs.module.css';

/** How far it has been worked out, and at the end what came of it in a sentence. */
export function Progress({ found: { state, done, of, words } }: { found: DropOuts }) {
  const told = useRef('');
  const sentence = words ?? courseInWords(done, of);
  useEffect(() => {
    // Told once at the beginning and once at the end: each step would be too much to hear.
    if (told.current !== '' && words === null) return;
    if (told.current === sentence) return;
    told.current = sentence;
    announce(sentence);
  }, [sentence, words]);
  return (
    <div className={classes.progress} data-done={state === 'DONE'}>
      {state === 'WORKING' && (
        <progress
          aria-label="People worked out"
          max={of ?? 1}
          {...(of === null ? {} : { value: done })}
        />
      )}
      <p>{sentence}</p>
    </div>
  );
}

function courseInWords(done: number, of: number | null): string {
  if (of === null)
    return 'Working out what is lost without each person, by solving the term again…';
  return `${String(done)} of ${String(of)} people worked out. The rest follow as they are solved; their order may still change.`;
}
