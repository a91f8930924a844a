import type { DisturbanceLine, Named } from '../../api/drop-outs';
import { Tag } from '../../parts/tag';
import classes from './drop-out.module.css';
import { MovesTable } from './re-plan-cards';
import { boughtInWords } from './steps';
import { TryRePlan } from './try-re-plan';

export interface PriceTableProps {
  readonly lines: readonly DisturbanceLine[];
  readonly person: Named;
}

/** Each number of people at which something is gained: who they are, what is lost still, what it buys, what moves. */
export function PriceTable({ lines, person }: PriceTableProps) {
  return (
    <ol className={classes.lines} aria-label="What disturbing more people buys">
      {lines.map((line, index) => (
        <li key={line.people}>
          <div className={classes.count}>
            <b>{line.people}</b>
            <span>{line.people === 1 ? 'person' : 'people'}</span>
          </div>
          <div className={classes.bought}>
            <h3>{whoInWords(line)}</h3>
            <p>
              <Lost line={line} />
            </p>
            {index > 0 && (
              <p className={classes.gain}>
                <span>Against the line before: </span>
                {boughtInWords(line, lines[index - 1])}.
              </p>
            )}
            {line.moves.length > 0 && (
              <details className={classes.moves}>
                <summary>
                  {line.moves.length === 1
                    ? 'The review that changes'
                    : `The ${String(line.moves.length)} reviews that change`}
                  <span className="sr"> ({whoInWords(line)})</span>
                </summary>
                <MovesTable moves={line.moves} caption={`What changes: ${whoInWords(line)}`} />
              </details>
            )}
          </div>
          <div className={classes.try}>
            <TryRePlan edits={line.edits} gone={person} how={line.people} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function Lost({ line: { lost, covered, reviews } }: { line: DisturbanceLine }) {
  const all = `${String(covered)} of ${String(reviews.length)} reviews have a lead`;
  if (lost.length === 0) return <>No review loses its lead: {all}.</>;
  return (
    <>
      <Tag tone="gap">{lost.length} without a lead</Tag> {lost.map(({ name }) => name).join('; ')}.{' '}
      <span className={classes.dim}>{all}.</span>
    </>
  );
}

function whoInWords({ people, disturbed }: DisturbanceLine): string {
  if (people === 0) return 'Nobody else is disturbed';
  const names = disturbed.map(({ name }) => name);
  const last = names.at(-1) ?? '';
  const listed = names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
  return `${listed} ${names.length === 1 ? 'is' : 'are'} disturbed`;
}
