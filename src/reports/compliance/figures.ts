import { type SeatOutcome } from '../../commitments/counts.js';
import { type FiguresView } from './commitments.schema.js';
import { type LeadYear } from './lead-year.js';

/** The figures of a year that have reviews behind them. */
export const FIGURES = [
  'offered',
  'led',
  'confirmedAhead',
  'awaitingAnswer',
  'declined',
  'cancelledLate',
  'cancelledInTime',
] as const;
export type Figure = (typeof FIGURES)[number];

/** What the seats behind each figure count as. */
const OUTCOMES: Readonly<Record<Figure, readonly SeatOutcome[]>> = {
  offered: ['led', 'confirmedAhead', 'awaitingAnswer', 'declined', 'withdrawn', 'cancelledLate'],
  led: ['led'],
  confirmedAhead: ['confirmedAhead'],
  awaitingAnswer: ['awaitingAnswer'],
  declined: ['declined', 'withdrawn'],
  cancelledLate: ['cancelledLate'],
  cancelledInTime: ['cancelledInTime'],
};

/** Whether a seat that counts as this is one of the figure's. */
export function isBehind(figure: Figure, outcome: SeatOutcome): boolean {
  return OUTCOMES[figure].includes(outcome);
}

/** A year's figures as they are shown: what was given back stands among what was declined. */
export function figuresOf({ minimum, counts, shortfall }: LeadYear): FiguresView {
  const { withdrawn, declined, ...rest } = counts;
  return { ...rest, minimum: minimum.reviews, declined: declined + withdrawn, shortfall };
}

/** The figures of several people together. */
export function summed(parts: readonly FiguresView[]): FiguresView {
  const sum = (key: keyof FiguresView): number =>
    parts.reduce((total, part) => total + part[key], 0);
  return {
    minimum: sum('minimum'),
    offered: sum('offered'),
    led: sum('led'),
    confirmedAhead: sum('confirmedAhead'),
    awaitingAnswer: sum('awaitingAnswer'),
    declined: sum('declined'),
    cancelledLate: sum('cancelledLate'),
    cancelledInTime: sum('cancelledInTime'),
    shortfall: sum('shortfall'),
  };
}
