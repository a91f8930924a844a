import { Card } from '../../parts/card';
import classes from './import-page.module.css';

const FEW = 5;

/** What is good to know about a file and need not be mended. */
export function NotesCard({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  const [first, rest] = [notes.slice(0, FEW), notes.slice(FEW)];
  return (
    <Card title="Good to know" aside="Nothing to mend">
      <ul className={classes.notes}>
        {first.map((note, index) => (
          <li key={`${note} ${String(index)}`}>{note}</li>
        ))}
      </ul>
      {rest.length > 0 && (
        <details className={classes.more}>
          <summary>{rest.length} more</summary>
          <ul className={classes.notes}>
            {rest.map((note, index) => (
              <li key={`${note} ${String(index)}`}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}
