import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { disturbanceQuery, type DropOut } from '../../api/drop-outs';
import classes from './drop-out.module.css';
import { fatesOf } from './fates';
import { ReviewMarks } from './review-marks';
import { enoughToCover } from './steps';

const route = getRouteApi('/terms/$term/plans/$plan/drop-outs/$lead');

/** What is lost, in a sentence, and the numbers that people ask for first. */
export function AtAGlance({ dropOut }: { dropOut: DropOut }) {
  const { person, leads, seats, uncovered, takenOver, disturbed, differences, isProven } = dropOut;
  const others = seats - leads.length;
  return (
    <section className={classes.glance} aria-labelledby="lost">
      <h2 id="lost">{lostInWords(dropOut)}</h2>
      <dl className={classes.tiles}>
        <div>
          <dt>They lead</dt>
          <dd>
            <b>{leads.length}</b> {leads.length === 1 ? 'review' : 'reviews'}{' '}
            <ReviewMarks fates={fatesOf(dropOut)} />
          </dd>
          {others > 0 && (
            <dd>
              <small>
                and {others === 1 ? 'have 1 second seat' : `have ${String(others)} second seats`}
              </small>
            </dd>
          )}
        </div>
        <div data-lost={uncovered.length > 0 || undefined}>
          <dt>Would have no lead</dt>
          <dd>
            <b>{uncovered.length}</b> {uncovered.length === 1 ? 'review' : 'reviews'}
          </dd>
          {takenOver.length > 0 && (
            <dd>
              <small>{takenOver.length} taken over by others</small>
            </dd>
          )}
        </div>
        <div>
          <dt>The best re-plan disturbs</dt>
          <dd>
            <b>{disturbed.length}</b> {disturbed.length === 1 ? 'person' : 'people'}
          </dd>
          <dd>
            <small>So that every aim is served best</small>
          </dd>
        </div>
        <Enough dropOut={dropOut} />
      </dl>
      {differences.length > 0 && (
        <p className={classes.dim}>
          Besides, in all: {differences.map(({ words }) => words).join('; ')}. {person.name}’s own
          shortfall and shadow seat are left aside.
        </p>
      )}
      {!isProven && (
        <p className={classes.dim}>The re-plan is not proven: a better one may exist.</p>
      )}
    </section>
  );
}

/** How many people it takes to cover as much as the best re-plan does: often one or two. */
function Enough({ dropOut: { person, losses } }: { dropOut: DropOut }) {
  const { plan } = route.useParams();
  const { data } = useQuery(disturbanceQuery(plan, person.reference));
  const enough = enoughToCover(data?.lines ?? [], losses ?? []);
  return (
    <div>
      <dt>Enough to cover as much</dt>
      {enough === undefined ? (
        <dd>{data?.state === 'DONE' ? 'More than were tried' : 'Being worked out…'}</dd>
      ) : (
        <>
          <dd>
            <b>{enough.people}</b> {enough.people === 1 ? 'person' : 'people'} disturbed
          </dd>
          <dd>
            <small>{enough.disturbed.map(({ name }) => name).join(', ')}</small>
          </dd>
        </>
      )}
    </div>
  );
}

function lostInWords({ uncovered, leads }: DropOut): string {
  const [only] = uncovered;
  if (only !== undefined) {
    return uncovered.length === 1
      ? `${only.name} would have no lead`
      : `${String(uncovered.length)} reviews would have no lead`;
  }
  return leads.length === 0 ? 'No review loses its lead' : 'Every review that has a lead keeps one';
}
