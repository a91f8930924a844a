import {
  IconBan,
  IconCheck,
  IconCircleHalf2,
  IconLock,
  IconQuestionMark,
  IconStar,
  IconX,
} from '@tabler/icons-react';
import type { CalendarWindow, Grade } from '../../api/lead-availability';

/** The grades that can be given, the best first. */
export const GRADES: readonly {
  readonly grade: Grade;
  readonly words: string;
  readonly letter: string;
}[] = [
  { grade: 'PREFERRED', words: 'Preferred', letter: 'P' },
  { grade: 'AVAILABLE', words: 'Available', letter: 'A' },
  { grade: 'IF_NEEDED', words: 'Only if needed', letter: 'I' },
  { grade: 'UNAVAILABLE', words: 'Not available', letter: 'N' },
];

/** How a window looks: by its grade, unless nobody could change it. */
export type Look = Grade | 'NO_ANSWER' | 'CLOSED' | 'SHUT';

export function lookOf({
  closed,
  decidedBy,
  grade,
}: Pick<CalendarWindow, 'closed' | 'decidedBy' | 'grade'>): Look {
  if (closed !== null) return 'CLOSED';
  if (decidedBy === 'BLOCK') return 'SHUT';
  return decidedBy === 'NO_ANSWER' ? 'NO_ANSWER' : grade;
}

const ICONS = {
  PREFERRED: IconStar,
  AVAILABLE: IconCheck,
  IF_NEEDED: IconCircleHalf2,
  UNAVAILABLE: IconX,
  NO_ANSWER: IconQuestionMark,
  CLOSED: IconBan,
  SHUT: IconLock,
} as const;

/** The sign of a grade; its word stands beside it. */
export function GradeIcon({ look }: { look: Look }) {
  const Icon = ICONS[look];
  return <Icon size={15} stroke={2.25} aria-hidden />;
}
