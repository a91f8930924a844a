import { Tag, type Tone } from './tag';

const LOOKS = {
  BEHIND: { tone: 'declined', name: 'Behind' },
  AT_RISK: { tone: 'warn', name: 'At risk' },
  ON_TRACK: { tone: 'ok', name: 'On track' },
  MET: { tone: 'ok', name: 'Met' },
  EXCEEDED: { tone: 'priority', name: 'Exceeded' },
} as const satisfies Record<string, { tone: Tone; name: string }>;

export type StandingName = keyof typeof LOOKS;

/** How somebody's year stands. */
export function StandingTag({ standing }: { standing: StandingName }) {
  const { tone, name } = LOOKS[standing];
  return <Tag tone={tone}>{name}</Tag>;
}
