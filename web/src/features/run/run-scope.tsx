import type { RunChoices } from '../../api/runs';
import { Card } from '../../parts/card';
import { Go } from '../../parts/go';
import { preflightTarget } from '../../parts/term-links';
import classes from './run.module.css';

/** What takes part in a run, who is left out and why. */
export function RunScope({ choices, term }: { choices: RunChoices; term: string }) {
  const { scope, asOfInWords } = choices;
  const schools = scope.leftOut.filter(({ kind }) => kind === 'School');
  const people = scope.leftOut.filter(({ kind }) => kind === 'Lead Reviewer');
  return (
    <Card title="What takes part" aside={`As the registers stand on ${asOfInWords}`}>
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
