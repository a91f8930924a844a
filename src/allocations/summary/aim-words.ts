import { aims } from '../../solver/aims/aims.js';
import { type Aim } from '../../solver/aims/aim.js';
import { type AimName } from '../../solver/plan.js';
import { numbered } from './phrases.js';

/** An aim as people call it, what it means, and which way is better. */
export interface NamedAim {
  aim: AimName;
  name: string;
  title: string;
  /** `MAX`: more is better. `MIN`: less is better. */
  sense: Aim['sense'];
}

/** The aims in their order: each outranks all that follow. */
export const namedAims: readonly NamedAim[] = aims.map(({ name, title, sense }) => ({
  aim: name,
  name: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
  title,
  sense,
}));

/** What an aim counts, for one and for many. */
const UNITS: Record<AimName, [one: string, many: string]> = {
  coverage: ['by priority', 'by priority'],
  changes: ['change', 'changes'],
  shadowing: ['person shadowing', 'people shadowing'],
  commitment: ['review short', 'reviews short'],
  balance: ['point', 'points'],
  fit: ['point', 'points'],
  company: ['point', 'points'],
};

/** "171 by priority", "4 changes", "1 review short" */
export function valueInWords(aim: AimName, value: number): string {
  return `${numbered(value)} ${UNITS[aim][value === 1 ? 0 : 1]}`;
}

/** "2 more by priority", "1 fewer review short", "as many" */
export function differenceInWords(aim: AimName, value: number, from: number): string {
  if (value === from) return 'as many';
  const by = Math.abs(value - from);
  return `${numbered(by)} ${value > from ? 'more' : 'fewer'} ${UNITS[aim][by === 1 ? 0 : 1]}`;
}
