import { IconAlertTriangle } from '@tabler/icons-react';
import type { AvailabilityDraft } from '../../api/lead-availability';
import type { PlanLead } from '../../api/lead-panel';
import classes from './entry.module.css';

export interface ChangesProps {
  readonly view: AvailabilityDraft;
  readonly lead: PlanLead;
  /** How many windows were pressed. */
  readonly pressed: number;
}

/** So many changes are listed at once; the calendar marks all. */
const FEW = 4;

/** What recording it comes to: windows that change, reviews of this plan that stand in them, and the sum. */
export function Changes({ view, lead, pressed }: ChangesProps) {
  const { changes, words, answerInWords } = view;
  const shut = view.weeks.flatMap(({ windows }) =>
    windows.filter(({ isChanged, grade }) => isChanged && grade === 'UNAVAILABLE'),
  );
  const hit = lead.seats.filter((seat) =>
    shut.some(({ week, window }) => week === seat.week && window === seat.window),
  );
  return (
    <div className={classes.changes}>
      {hit.map(({ review, school, days }) => (
        <p key={review} className={classes.hit}>
          <IconAlertTriangle size={16} aria-hidden />
          <span>
            <b>{school}</b>, {days}, is theirs in this plan. Recording this does not move it: choose
            somebody else on the board, or run again.
          </span>
        </p>
      ))}
      <ul className={classes.sum}>
        {words.map((each) => (
          <li key={each}>{each}.</li>
        ))}
        {pressed > 0 && (
          <li>
            {pressed === 1 ? '1 window was' : `${String(pressed)} windows were`} pressed in the
            calendar.
          </li>
        )}
      </ul>
      {changes.length > 0 && (
        <details open={changes.length <= FEW}>
          <summary>
            {changes.length === 1
              ? 'The window that changes'
              : `The ${String(changes.length)} windows that change`}
          </summary>
          <ul className={classes.lines}>
            {changes.map(({ words: each }) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </details>
      )}
      <details>
        <summary>The whole answer in words</summary>
        <ul className={classes.lines}>
          {answerInWords.map((each, index) => (
            <li key={`${each} ${String(index)}`}>{each}</li>
          ))}
          {view.answer.note !== null && <li>Note: {view.answer.note}</li>}
        </ul>
      </details>
    </div>
  );
}
