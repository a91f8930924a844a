import type { YearCalendar } from '../../api/calendar';
import { Card } from '../../parts/card';
import classes from './settings.module.css';

const FEW = 8;

/** Bank holidays, and the days on which schools declared themselves closed. */
export function ClosedDays({ year: { bankHolidays, closures } }: { year: YearCalendar }) {
  const [first, rest] = [closures.slice(0, FEW), closures.slice(FEW)];
  return (
    <Card
      title="Other closed days"
      aside="Bank holidays of England and Wales; closures of schools"
      flush
    >
      <ul>
        {bankHolidays.map(({ date, inWords, title }) => (
          <li key={date} className={classes.line}>
            <p>
              <b>{inWords}</b> {title}
            </p>
          </li>
        ))}
      </ul>
      <h3 className={classes.group}>Closures that schools declared</h3>
      {closures.length === 0 && (
        <p className={classes.none}>
          No school has declared a closure in this year. Closures are entered with the school, or
          imported.
        </p>
      )}
      <ul>{first.map(line)}</ul>
      {rest.length > 0 && (
        <details className={classes.moreLines}>
          <summary>{rest.length} more</summary>
          <ul>{rest.map(line)}</ul>
        </details>
      )}
    </Card>
  );
}

function line({ urn, school, from, inWords, reason }: YearCalendar['closures'][number]) {
  return (
    <li key={`${urn} ${from}`} className={classes.line}>
      <p>
        <b>{school}</b> {inWords}: {reason}
      </p>
    </li>
  );
}
