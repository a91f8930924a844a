import { type Stage } from './review-life.js';

/** What is counted of reviews, from all that are due to those that are done. */
export const FIGURES = [
  'due',
  'covered',
  'published',
  'accepted',
  'done',
  'notCovered',
  'postponed',
  'cancelled',
] as const;
export type Figure = (typeof FIGURES)[number];
export type Figures = Record<Figure, number>;

/**
 * The figures that a review at each stage counts in. They nest: done within accepted within published within covered within
 * due; and due = covered + not covered + postponed + cancelled.
 */
const COUNTS_IN: Readonly<Record<Stage, readonly Figure[]>> = {
  DONE: ['due', 'covered', 'published', 'accepted', 'done'],
  ACCEPTED: ['due', 'covered', 'published', 'accepted'],
  PUBLISHED: ['due', 'covered', 'published'],
  PLACED: ['due', 'covered'],
  NOT_COVERED: ['due', 'notCovered'],
  POSTPONED: ['due', 'postponed'],
  CANCELLED: ['due', 'cancelled'],
};

export function countsIn(stage: Stage, figure: Figure): boolean {
  return COUNTS_IN[stage].includes(figure);
}

export function figuresOf(stages: Iterable<Stage>): Figures {
  const figures: Figures = {
    due: 0,
    covered: 0,
    published: 0,
    accepted: 0,
    done: 0,
    notCovered: 0,
    postponed: 0,
    cancelled: 0,
  };
  for (const stage of stages) for (const figure of COUNTS_IN[stage]) figures[figure] += 1;
  return figures;
}
