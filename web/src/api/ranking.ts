import type { StreamedEvent } from './event-stream';
import type { components } from './schema';

export type Candidate = components['schemas']['AllocationCandidate'];
export type RefusedCandidate = components['schemas']['RefusedCandidate'];
type Whole = components['schemas']['AllocationCandidates'];
type MeasuredFrom = components['schemas']['PricesMeasuredFrom'];

/** As much as is known of who could lead a review. */
export interface Ranking {
  readonly measuredFrom: MeasuredFrom | null;
  /** How many prices there will be; null: not known yet. */
  readonly toPrice: number | null;
  /** Best first. */
  readonly permitted: readonly Candidate[];
  /** Those whom only pins rule out. */
  readonly impossible: readonly Candidate[];
  readonly refused: readonly RefusedCandidate[];
  readonly isWhole: boolean;
}

export const emptyRanking: Ranking = {
  measuredFrom: null,
  toPrice: null,
  permitted: [],
  impossible: [],
  refused: [],
  isWhole: false,
};

/** What is known after one more event of the server. */
export function withEvent(known: Ranking, { type, data }: StreamedEvent): Ranking {
  switch (type) {
    case 'list': {
      const list = data as Pick<Whole, 'measuredFrom' | 'refused'> & { toPrice: number };
      return { ...known, ...list };
    }
    case 'candidate': {
      const candidate = data as Candidate;
      return candidate.alternative.isPossible
        ? { ...known, permitted: [...known.permitted, candidate].sort(byPrice) }
        : { ...known, impossible: [...known.impossible, candidate] };
    }
    case 'ended': {
      const whole = data as Whole;
      const toPrice = whole.permitted.length + whole.impossible.length;
      return { ...whole, toPrice, isWhole: true };
    }
    default:
      return known;
  }
}

/** Those who could lead it instead: without whoever leads it now, where the plan stays as it is. */
export function instead(ranking: Ranking): Ranking {
  const permitted = ranking.permitted.filter(
    ({ isPresent, alternative }) => !isPresent || alternative.moves.length > 0,
  );
  const left = ranking.permitted.length - permitted.length;
  return {
    ...ranking,
    permitted,
    toPrice: ranking.toPrice === null ? null : ranking.toPrice - left,
  };
}

/** Aim after aim in their order, as they come from the server; then the shorter way. */
function byPrice(one: Candidate, other: Candidate): number {
  const losses = ({ alternative }: Candidate): number[] =>
    alternative.price?.aims.map(({ loss }) => loss) ?? [];
  const others = losses(other);
  const first = losses(one)
    .map((loss, index) => loss - (others[index] ?? 0))
    .find((difference) => difference !== 0);
  return first ?? (one.facts?.miles ?? 0) - (other.facts?.miles ?? 0);
}
