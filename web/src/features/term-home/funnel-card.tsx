import { IconCheck } from '@tabler/icons-react';
import type { FunnelStep, TermHomeView } from '../../api/term-home';
import { Go } from '../../parts/go';
import { actionTarget } from '../../parts/term-links';
import classes from './funnel-card.module.css';

/** The steps from schools that are due to leads who accepted, each with what is missing and the way to mend it. */
export function FunnelCard({ home: { funnel, term } }: { home: TermHomeView }) {
  return (
    <section className={classes.card} aria-labelledby="funnel">
      <h2 id="funnel" className="sr">
        How far the term has come
      </h2>
      <ol className={classes.funnel}>
        {funnel.map((step) => (
          <Step key={step.step} step={step} term={term.id} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step, term }: { step: FunnelStep; term: string }) {
  const { name, state, done, of, unit, note, action } = step;
  const share = done === null || of === null || of === 0 ? 0 : done / of;
  const isWhole = state === 'COUNTED' && of !== null && of > 0 && done === of;
  return (
    <li className={classes.step} data-state={state}>
      <h3 className={classes.name}>{name}</h3>
      <p className={classes.value}>
        {done === null ? <span>{unit}</span> : <b>{done.toLocaleString('en-GB')}</b>}
        {done !== null && <span> {unit}</span>}
      </p>
      <span className={classes.bar} aria-hidden>
        <i style={{ width: `${share * 100}%` }} />
      </span>
      {note !== '' && (
        <p className={classes.note}>
          {isWhole && <IconCheck size={14} aria-hidden />}
          {note}
        </p>
      )}
      {action !== null && (
        <Go target={actionTarget(term, action)} about={name}>
          {action.label}
        </Go>
      )}
    </li>
  );
}
