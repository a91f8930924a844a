import { Button } from '@mantine/core';
import { IconTilde } from '@tabler/icons-react';
import type { PlanReview } from '../../api/plan-reviews';
import type { Candidate, Ranking } from '../../api/ranking';
import { Empty } from '../../parts/states';
import { AVAILABILITY, REGION } from './grade-words';
import { PriceCell } from './price-cell';
import { nobodyInWords } from './ranking-words';
import { PersonLink } from './review-facts';
import classes from './who-could.module.css';

export interface RankedTableProps {
  readonly review: PlanReview;
  readonly ranking: Ranking;
  /** Those who are looked for. */
  readonly shown: readonly Candidate[];
  readonly homes: ReadonlyMap<string, string | null>;
  readonly onChoose: (candidate: Candidate) => void;
}

/** Who could lead it, cheapest first. */
export function RankedTable({ review, ranking, shown, homes, onChoose }: RankedTableProps) {
  const ranked = [...ranking.permitted, ...ranking.impossible];
  if (ranking.toPrice === 0) {
    return (
      <Empty title={nobodyInWords(review.lead !== null)}>
        Below is everybody who cannot, with what would mend it.
      </Empty>
    );
  }
  if (shown.length === 0 && ranked.length > 0) {
    return <p className={classes.none}>Nobody among them matches what you are looking for.</p>;
  }
  const [best] = ranking.permitted;
  const mayChoose = review.plan.newest === null;
  return (
    <table className={classes.table} role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" className={classes.rank}>
            <span className="sr">Rank</span>
          </th>
          <th role="columnheader" scope="col">
            Lead Reviewer
          </th>
          <th role="columnheader" scope="col">
            Price of choosing them
          </th>
          <th role="columnheader" scope="col">
            Miles
          </th>
          <th role="columnheader" scope="col">
            Window
          </th>
          <th role="columnheader" scope="col">
            Region
          </th>
          <th role="columnheader" scope="col">
            Needs
          </th>
          <th role="columnheader" scope="col">
            <span className="sr">Action</span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {shown.map((candidate) => (
          <tr key={candidate.lead} role="row" data-lead={candidate.lead}>
            <td role="cell" className={classes.rank}>
              {ranked.indexOf(candidate) + 1}
            </td>
            <th role="rowheader" scope="row">
              <PersonLink person={candidate.lead}>{candidate.name}</PersonLink>
              <span className={classes.home}>{homes.get(candidate.lead) ?? ''}</span>
            </th>
            <td role="cell" className={classes.price}>
              <PriceCell candidate={candidate} review={review.review} />
            </td>
            <FactCells candidate={candidate} days={review.days} />
            <td role="cell" className={classes.action}>
              {mayChoose && candidate.alternative.isPossible && (
                <ChooseButton
                  candidate={candidate}
                  isBest={candidate === best}
                  onChoose={() => onChoose(candidate)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ChooseButtonProps {
  readonly candidate: Candidate;
  readonly isBest: boolean;
  readonly onChoose: () => void;
}

function ChooseButton({ candidate, isBest, onChoose }: ChooseButtonProps) {
  return (
    <Button size="xs" variant={isBest ? 'filled' : 'default'} onClick={onChoose}>
      {isBest ? (
        <span>
          Choose and <span className={classes.whole}>re-plan</span> around
        </span>
      ) : (
        'Choose…'
      )}
      <span className="sr"> {candidate.name}</span>
    </Button>
  );
}

/** How the seat suits the person; nothing where no plan has them in it. */
function FactCells({ candidate: { facts }, days }: { candidate: Candidate; days: string | null }) {
  if (facts === null) {
    return (
      <>
        <td role="cell" colSpan={4} className={classes.small}>
          In no plan
        </td>
      </>
    );
  }
  const needs = facts.needsMatched.length + facts.needsUnmatched.length;
  return (
    <>
      <td role="cell" data-label="Miles">
        {facts.miles}
        {facts.isOvernight && <span className={classes.home}>1 night away</span>}
      </td>
      <td role="cell" data-label="Window">
        {facts.availability === 'IF_NEEDED' ? (
          <span className={classes.ifNeeded}>
            <IconTilde size={12} aria-hidden />
            If needed
          </span>
        ) : facts.availability === null ? (
          'To be asked'
        ) : (
          AVAILABILITY[facts.availability]
        )}
        {facts.days !== days && <span className={classes.home}>{facts.days}</span>}
      </td>
      <td role="cell" data-label="Region">
        {REGION[facts.region]}
      </td>
      <td role="cell" data-label="Needs">
        {needs === 0 ? 'None' : `${facts.needsMatched.length} of ${needs}`}
      </td>
    </>
  );
}
