import type { CoverageFigures } from '../../api/coverage';

export interface StagePart {
  readonly stage: string;
  readonly name: string;
  readonly count: number;
}

const NOTHING = {
  due: 0,
  covered: 0,
  published: 0,
  accepted: 0,
  done: 0,
  notCovered: 0,
  postponed: 0,
  cancelled: 0,
};

/** The parts of what is due, each review in one of them: the nested figures taken apart. */
export function stagesOf(figures: CoverageFigures | null): StagePart[] {
  const { covered, published, accepted, done, notCovered, postponed, cancelled } =
    figures ?? NOTHING;
  return [
    { stage: 'DONE', name: 'Done', count: done },
    { stage: 'ACCEPTED', name: 'Accepted, to come', count: accepted - done },
    { stage: 'PUBLISHED', name: 'Offered, waiting', count: published - accepted },
    { stage: 'PLACED', name: 'Placed, nobody told', count: covered - published },
    { stage: 'NOT_COVERED', name: 'Without a lead', count: notCovered },
    { stage: 'POSTPONED', name: 'Postponed', count: postponed },
    { stage: 'CANCELLED', name: 'Cancelled', count: cancelled },
  ];
}
