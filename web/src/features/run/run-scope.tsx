import type { RunChoices } from '../../api/runs';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { preflightTarget } from '../../parts/term-links';
import classes from './run.module.css';

/** What takes part in a run, who is left out and why, and what stays as it is. */
export function RunScope({ choices, term }: { choices: RunChoices; term: string }) {
  const { scope, kept, asOfInWords } = choices;
  const schools = scope.leftOut.filter(({ kind }) => kind === 'School');
  const people = scope.leftOut.filter(({ kind }) => kind === 'Lead Reviewer');
  return (
    <Card
      title="What takes part, and what stays"
      aside={`As the registers stand on ${asOfInWords}`}
    >
      <div className={classes.scope}>
        <section>
          <h3>The whole term</h3>
          <p>{scope.words}</p>
          <LeftOut
            title={leftOutTitle(schools.length, 'school is', 'schools are')}
            rows={schools}
          />
          <LeftOut title={leftOutTitle(people.length, 'person is', 'people are')} rows={people} />
          <Go target={preflightTarget(term)}>See where supply cannot meet demand</Go>
        </section>
        <section>
          <h3>What stays as it is</h3>
          <p>{kept.words}</p>
          {kept.reviews.length > 0 && (
            <details>
              <summary>Show what stays</summary>
              <ul className={classes.list}>
                {kept.reviews.map(({ review, words }) => (
                  <li key={review}>{words}</li>
                ))}
              </ul>
            </details>
          )}
          <p className={classes.quiet}>
            Published leads and dates that nobody has accepted yet may change, but as few as
            possible. Drafts are placed anew.
          </p>
        </section>
      </div>
    </Card>
  );
}

function leftOutTitle(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many} left out`;
}

function LeftOut({ title, rows }: { title: string; rows: RunChoices['scope']['leftOut'] }) {
  if (rows.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul className={classes.list}>
        {rows.map(({ reference, who, reason }, index) => (
          <li key={`${reference} ${String(index)}`}>
            <b>{who}</b>: {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
