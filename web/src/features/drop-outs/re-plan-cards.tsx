import { getRouteApi, Link } from '@tanstack/react-router';
import type { DropOut, Named, RePlanned } from '../../api/drop-outs';
import { Card } from '../../parts/card';
import { Figures } from '../../parts/figures';
import { Tag } from '../../parts/tag';
import classes from './drop-out.module.css';
import { TryRePlan } from './try-re-plan';

const route = getRouteApi('/terms/$term/plans/$plan/drop-outs/$lead');

/** What becomes of each review that they have a seat on, and who could step in with nobody else moving. */
export function TheirReviews({ dropOut }: { dropOut: DropOut }) {
  const { moves, standIns } = dropOut;
  const theirs = moves.filter(({ isTheirs }) => isTheirs);
  if (theirs.length === 0) return null;
  return (
    <Card
      title="Their reviews"
      aside={theirs.length === 1 ? '1 seat to fill' : `${String(theirs.length)} seats to fill`}
      flush
    >
      <Figures
        caption="What becomes of each review of theirs"
        head={['Review', 'When', 'In the best re-plan', 'Could step in, nobody else moving']}
        words={['When', 'In the best re-plan', 'Could step in, nobody else moving']}
        rows={theirs.map((move) => ({
          key: move.review.reference,
          cells: [
            <ReviewLink key="review" review={move.review} />,
            move.before.days ?? '',
            <Becomes key="becomes" move={move} />,
            <StandIns
              key="stand-ins"
              people={
                standIns.find((each) => each.review.reference === move.review.reference)?.people
              }
            />,
          ],
        }))}
      />
    </Card>
  );
}

function Becomes({ move }: { move: RePlanned }) {
  const { kind, after, before } = move;
  if (kind === 'NO_LEAD' || after.lead === null) return <Tag tone="gap">No lead</Tag>;
  if (kind === 'COMPANY' || kind === 'OTHER_DATE') return move.words;
  return (
    <>
      <PersonLink person={after.lead} /> leads it
      {after.days === before.days ? ', on the same days' : `, on ${after.days ?? ''}`}
    </>
  );
}

/** So many are named. */
const FEW = 4;

/** Undefined: they do not lead it. */
function StandIns({ people }: { people: readonly Named[] | undefined }) {
  if (people === undefined) return '';
  if (people.length === 0) return <span className={classes.dim}>Nobody</span>;
  const few = people.slice(0, FEW);
  return (
    <>
      {few.map((person, index) => (
        <span key={person.reference}>
          {index > 0 && ', '}
          <PersonLink person={person} />
        </span>
      ))}
      {people.length > FEW && ` and ${String(people.length - FEW)} more`}
    </>
  );
}

/** What the best re-plan moves of others: whose reviews go to whom. */
export function OthersMoved({ dropOut }: { dropOut: DropOut }) {
  const { person, moves, edits, disturbed } = dropOut;
  const others = moves.filter(({ isTheirs }) => !isTheirs);
  return (
    <Card
      title="The best re-plan"
      aside={`${others.length === 1 ? '1 other review changes' : `${String(others.length)} other reviews change`}, ${disturbed.length === 1 ? '1 person is' : `${String(disturbed.length)} people are`} disturbed`}
      end={<TryRePlan edits={edits} gone={person} how="best" />}
      flush
    >
      {others.length === 0 ? (
        <p className={classes.inside}>
          {disturbed.length === 0
            ? 'Nobody else moves.'
            : 'Only their own reviews change hands; no review of anybody else changes.'}
        </p>
      ) : (
        <MovesTable
          moves={others}
          caption={`What the best re-plan changes besides, without ${person.name}`}
        />
      )}
    </Card>
  );
}

/** Whose reviews go to whom and when. */
export function MovesTable({ moves, caption }: { moves: readonly RePlanned[]; caption: string }) {
  return (
    <Figures
      caption={caption}
      head={['Review', 'Now', 'Then', 'When']}
      words={['Now', 'Then', 'When']}
      rows={moves.map((move) => ({
        key: move.review.reference,
        cells: [
          <ReviewLink key="review" review={move.review} />,
          move.before.lead === null ? (
            <Tag key="now" tone="gap">
              No lead
            </Tag>
          ) : (
            <PersonLink key="now" person={move.before.lead} />
          ),
          <Then key="then" move={move} />,
          <When key="when" move={move} />,
        ],
      }))}
    />
  );
}

function Then({ move: { kind, after, before, words } }: { move: RePlanned }) {
  if (after.lead === null) return <Tag tone="gap">No lead</Tag>;
  if (kind === 'COMPANY') return words;
  const isSame = after.lead.reference === before.lead?.reference;
  return isSame ? 'The same lead, on other days' : <PersonLink person={after.lead} />;
}

function When({ move: { before, after } }: { move: RePlanned }) {
  if (before.days === null || after.days === null || before.days === after.days) {
    return <span className={classes.when}>{after.days ?? before.days}</span>;
  }
  return (
    <span className={classes.when}>
      {after.days}
      <span className={classes.dim}>instead of {before.days}</span>
    </span>
  );
}

function ReviewLink({ review }: { review: Named }) {
  const { term, plan } = route.useParams();
  return (
    <Link
      to="/terms/$term/plans/$plan/reviews/$review"
      params={{ term, plan, review: review.reference }}
      className={classes.link}
    >
      {review.name}
    </Link>
  );
}

function PersonLink({ person }: { person: Named }) {
  const { term, plan } = route.useParams();
  return (
    <Link
      to="/terms/$term/plans/$plan/leads/$lead"
      params={{ term, plan, lead: person.reference }}
      className={classes.link}
    >
      {person.name}
    </Link>
  );
}
