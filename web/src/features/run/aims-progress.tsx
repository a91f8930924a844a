import type { AimStanding } from '../../api/runs';
import { durationInWords } from '../../parts/instants';
import { Tag } from '../../parts/tag';
import classes from './aims-progress.module.css';
import { closingIn } from './closing-in';
import { aimTag } from './run-words';

/** Each aim with its value and bound closing in, as a picture and in words. */
export function AimsProgress({ aims, isOver }: { aims: readonly AimStanding[]; isOver: boolean }) {
  return (
    <>
      <ol className={classes.aims}>
        {aims.map((aim) => (
          <AimRow key={aim.aim} aim={aim} isOver={isOver} />
        ))}
      </ol>
      <p className={classes.legend}>
        <span className={classes.reachedKey} aria-hidden /> reached
        <span className={classes.openKey} aria-hidden /> still open
        <span className={classes.boundKey} aria-hidden /> no plan can
      </p>
    </>
  );
}

function AimRow({ aim, isOver }: { aim: AimStanding; isOver: boolean }) {
  const { tone, word } = aimTag(aim, isOver);
  const isQuiet = aim.phase === 'WAITING';
  // Of an aim at work only the last report is known, and most are settled at once.
  const took = aim.phase === 'SETTLED' && aim.seconds >= 1 ? durationInWords(aim.seconds) : null;
  return (
    <li className={classes.aim} data-phase={aim.phase}>
      <div className={classes.what}>
        <h3>{aim.name}</h3>
        <p>{aim.title}</p>
      </div>
      <Closing aim={aim} />
      <div className={classes.words}>
        <Tag tone={tone}>{word}</Tag>
        {!(isOver && isQuiet) && (
          <p>
            {aim.words.charAt(0).toUpperCase()}
            {aim.words.slice(1)}
            {took !== null && <span className={classes.time}> in {took}</span>}
          </p>
        )}
      </div>
    </li>
  );
}

/** Value from the left, bound from the right; the words beside it say the same. */
function Closing({ aim }: { aim: AimStanding }) {
  const picture = closingIn(aim);
  return (
    <div className={classes.picture} aria-hidden>
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" focusable="false">
        <rect className={classes.track} x="0" y="0" width="100" height="10" />
        {picture !== null && (
          <>
            <rect className={classes.reached} x="0" y="0" width={picture.reached} height="10" />
            <rect
              className={classes.beyond}
              x={picture.limit}
              y="0"
              width={100 - picture.limit}
              height="10"
            />
          </>
        )}
      </svg>
      <div className={classes.ends}>
        <span>{aim.value === null ? '' : aim.value.toLocaleString('en-GB')}</span>
        <span>{aim.bound === null ? '' : aim.bound.toLocaleString('en-GB')}</span>
      </div>
    </div>
  );
}
