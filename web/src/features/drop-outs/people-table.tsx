import { getRouteApi, Link } from '@tanstack/react-router';
import type { DropOutLine } from '../../api/drop-outs';
import { isLong, LongRows, type RowPlace } from '../../parts/rows/long-rows';
import { Tag } from '../../parts/tag';
import classes from './people-table.module.css';
import { fatesInWords, fatesOf } from './fates';
import { ReviewMarks } from './review-marks';

const route = getRouteApi('/terms/$term/plans/$plan/drop-outs');

/** A row for each person: what becomes of their reviews, how many people the best re-plan disturbs, what else is lost. */
export function PeopleTable({ people }: { people: readonly DropOutLine[] }) {
  return (
    <div
      className={classes.scroll}
      tabIndex={0}
      role="region"
      aria-label="What is lost without each person"
    >
      <table
        className={classes.table}
        data-long={isLong(people.length) || undefined}
        aria-rowcount={people.length + 1}
      >
        <caption className="sr">
          Each person’s reviews, which would have no lead without them, how many people the best
          re-plan disturbs, and the weightiest of what else it loses
        </caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">Without</th>
            <th scope="col">Their reviews</th>
            <th scope="col">Left without a lead</th>
            <th scope="col" className={classes.number}>
              People disturbed
            </th>
            <th scope="col">Weightiest other loss</th>
          </tr>
        </thead>
        <LongRows
          groups={[{ key: 'people', rows: people }]}
          keyOf={({ person }) => person.reference}
          above={1}
          height={53}
          cardHeight={170}
        >
          {(line, place) => <Row line={line} place={place} />}
        </LongRows>
      </table>
    </div>
  );
}

function Row({ line, place }: { line: DropOutLine; place: RowPlace }) {
  const { term, plan } = route.useParams();
  const { person, uncovered, disturbed, losses } = line;
  const isImpossible = losses === null;
  return (
    <tr {...place} data-lost={isImpossible || uncovered.length > 0 || undefined}>
      <th scope="row">
        <Link
          to="/terms/$term/plans/$plan/drop-outs/$lead"
          params={{ term, plan, lead: person.reference }}
        >
          {person.name}
        </Link>
      </th>
      <td data-label="Their reviews">
        <Reviews line={line} />
      </td>
      <td data-label="Left without a lead">
        {isImpossible ? (
          <Tag tone="gap">No plan keeps the pins</Tag>
        ) : uncovered.length === 0 ? (
          <span className={classes.none}>None</span>
        ) : (
          <div>
            <Tag tone="gap">{uncovered.length} without a lead</Tag>
            <ul className={classes.schools}>
              {uncovered.map(({ reference, name }) => (
                <li key={reference}>{name}</li>
              ))}
            </ul>
          </div>
        )}
      </td>
      <td data-label="People disturbed" className={classes.number}>
        {isImpossible ? '' : disturbed.length}
      </td>
      <td data-label="Weightiest other loss" className={classes.words}>
        <span>{lossInWords(line)}</span>
      </td>
    </tr>
  );
}

function Reviews({ line }: { line: DropOutLine }) {
  const { leads, seats, losses } = line;
  const fates = losses === null ? [] : fatesOf(line);
  const others = seats - leads.length;
  const words = [
    ...(leads.length === 0 ? [] : [`Leads ${String(leads.length)}`]),
    ...(others === 0 ? [] : [others === 1 ? '1 second seat' : `${String(others)} second seats`]),
  ].join(', ');
  return (
    <span className={classes.reviews} title={fates.length > 0 ? fatesInWords(fates) : undefined}>
      <ReviewMarks fates={fates} />
      <small>{words}</small>
    </span>
  );
}

/** Each aim outranks all that follow: the first that is worse says most; the page of the person says all. */
function lossInWords({ differences, losses, isProven }: DropOutLine): string {
  if (losses === null) return '';
  const worst = differences.find(({ isWorse }) => isWorse)?.words ?? 'nothing';
  const words = worst.charAt(0).toLocaleUpperCase('en-GB') + worst.slice(1);
  return isProven ? words : `${words}. Not proven: perhaps less`;
}
