import { type AimProgress } from './aim-progress.js';
import { type NamedAim, namedAims, valueInWords } from '../summary/aim-words.js';
import { numbered } from '../summary/phrases.js';

/** How far a run has come with an aim, for people; an aim that has not begun waits. */
export interface AimStanding extends NamedAim {
  phase: 'WAITING' | AimProgress['phase'];
  value: number | null;
  bound: number | null;
  /** 0: proven; null: value or bound is not known. */
  gap: number | null;
  /** Value and bound when both were first known: from where they close in. */
  opening: { value: number; bound: number } | null;
  seconds: number;
  words: string;
}

/** All aims in their order, those that have not begun as well. */
export function aimStandings(progress: readonly AimProgress[]): AimStanding[] {
  return namedAims.map((named) => {
    const row = progress.find(({ aim }) => aim === named.aim);
    const { value = null, bound = null, opening = null, seconds = 0 } = row ?? {};
    const gap = value === null || bound === null ? null : Math.abs(value - bound);
    const phase: AimStanding['phase'] = row?.phase ?? 'WAITING';
    const standing = { ...named, phase, value, bound, gap, opening, seconds };
    return { ...standing, words: standingInWords(standing) };
  });
}

function standingInWords({ aim, sense, phase, value, bound }: Omit<AimStanding, 'words'>): string {
  if (phase === 'WAITING') return 'waits for the aims before it';
  if (value === null) return phase === 'SETTLED' ? 'no plan' : 'looking for a first plan';
  const reached = valueInWords(aim, value);
  if (bound === value)
    return phase === 'SETTLED' ? `${reached}, proven` : `${reached}, as good as any plan`;
  if (phase === 'SETTLED') {
    if (bound === null) return `${reached}, not proven`;
    return `${reached}, not proven: ${sense === 'MAX' ? 'up to' : 'as few as'} ${numbered(bound)} may be possible`;
  }
  const limit =
    bound === null
      ? 'nothing proven yet'
      : `no plan has ${sense === 'MAX' ? 'more' : 'fewer'} than ${numbered(bound)}`;
  return `${reached} so far, ${limit}`;
}
