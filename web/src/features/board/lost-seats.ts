import type { AttentionLine } from '../../api/term-home';

/** What the term's home says of planned seats that facts recorded since forbid. */
const LOST: ReadonlySet<AttentionLine['kind']> = new Set([
  'GATE_RUNS_OUT',
  'PERSON_CANNOT',
  'PERSON_DECLINED',
  'CONFLICT_RECORDED',
  'SCHOOL_CHANGED',
  'REVIEW_GONE',
  'PLAN_BREAKS_RULE',
]);

/** Its seats that are lost; where none is, that facts have changed which its prices do not know. */
export function factsSince(lines: readonly AttentionLine[], plan: string): AttentionLine[] {
  const own = lines.filter(({ actions }) => actions.some((action) => action.plan === plan));
  const lost = own.filter(({ kind }) => LOST.has(kind));
  return lost.length > 0 ? lost : own.filter(({ kind }) => kind === 'PLAN_OUTDATED');
}

/** Whether what was lost is a seat of the review. */
export function isAbout({ actions }: AttentionLine, review: string): boolean {
  return actions.some(({ reviews }) => reviews.includes(review));
}
