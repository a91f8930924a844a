import type { PlanLead } from '../../api/lead-panel';
import { Card } from '../../parts/card';
import { Figures } from '../../parts/figures';
import { CorrectButton } from './correct-button';
import classes from './lead-panel.module.css';

/** The year's commitment: how the minimum came about, and what was led and booked, term by term. */
export function CommitmentCard({ lead: { commitment } }: { lead: PlanLead }) {
  if (commitment === null) return null;
  const { minimum, workedOut, reason, terms, words, lost, left } = commitment;
  return (
    <Card
      title="Commitment over the year"
      aside={`${String(minimum)} to lead`}
      end={<CorrectButton what="exception">Agree an exception</CorrectButton>}
    >
      <div className={classes.words}>
        {words.map((each) => (
          <p key={each}>{each}.</p>
        ))}
        <p className={classes.small}>
          Minimum: {reason}
          {workedOut !== minimum && ` (it would be ${String(workedOut)})`}.
        </p>
      </div>
      <Figures
        caption="Reviews term by term"
        head={['Term', 'Led', 'Booked', 'Offered', 'Only in this plan']}
        rows={terms.map(({ term, name, isThis, led, booked, offered, draft }) => ({
          key: term,
          cells: [
            isThis ? <b key="name">{name}, this plan</b> : name,
            ...[led, booked, offered, draft],
          ],
        }))}
      />
      <p className={classes.words}>
        {left === 0 ? 'Nothing is left to place.' : `Still to place: ${String(left)}.`}
      </p>
      {lost.length > 0 && (
        <ul className={`${classes.list} ${classes.small}`}>
          {lost.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}
