import { Refusal } from '../../platform/problems/refusal.js';
import { type Edit, unknownNames } from '../../solver/hand/edits.js';
import { type Problem } from '../../solver/problem.js';
import { type Breach } from '../../solver/rules/plan-rule.js';
import { type StoredPlan } from '../plans/plan.entity.js';
import { breachInWords, reviewChanges } from '../summary/effect-words.js';
import { type PlanNames } from '../summary/plan-names.js';

/** How edits by hand are refused, in words and as data. */

/** @throws Refusal when an edit names what the problem does not know */
export function refuseUnknownNames(problem: Problem, edits: readonly Edit[]): void {
  const unknown = unknownNames(problem, edits);
  if (unknown.length === 0) return;
  throw new Refusal(
    'UNKNOWN_NAME',
    'An edit names a review or a person that the problem of this plan does not have. See errors.',
    422,
    unknown.map(({ edit, field, name }) => ({
      pointer: `#/edits/${edit}/${field}`,
      field: `edits, item ${edit + 1}, ${field}`,
      message: `There is no ${field === 'review' ? 'review' : 'Lead Reviewer'} ${name} in it.`,
    })),
  );
}

/** @throws Refusal when an edit would unpin a seat that somebody accepted, or that a problem file pins */
export function refuseHeldPins(
  held: ReadonlySet<string>,
  edits: readonly Edit[],
  names: PlanNames,
): void {
  const faults = edits.flatMap(({ kind, review }, index) =>
    kind === 'UNPIN' && held.has(review)
      ? [
          {
            pointer: `#/edits/${index}/review`,
            field: `edits, item ${index + 1}, review`,
            message: `${names.school(review)} was accepted, led or pinned before the plan was made, so it stays as it is.`,
          },
        ]
      : [],
  );
  if (faults.length === 0) return;
  throw new Refusal(
    'PIN_IS_HELD',
    'An edit unpins what was not pinned by hand. See errors.',
    409,
    faults,
  );
}

/** The plan cannot be kept: every broken rule in words. */
export function breaksRules(breaches: readonly Breach[], names: PlanNames): Refusal {
  const inWords = breaches.map((breach) => breachInWords(breach, names));
  const many =
    breaches.length === 1 ? 'one rule is' : `rules are broken in ${breaches.length} ways`;
  return new Refusal(
    'PLAN_BREAKS_RULES',
    `The plan was not saved: ${many}${breaches.length === 1 ? ' broken' : ''}. See errors for each, and change the edits.`,
    409,
    inWords.map(({ title, sentence }) => ({ pointer: '#/edits', field: title, message: sentence })),
    { breaches: inWords },
  );
}

/** Somebody else was first: what changed since, so that nothing is lost and nothing overwritten. */
export function hasNewerVersion(own: StoredPlan, newest: StoredPlan, names: PlanNames): Refusal {
  const changes = reviewChanges(own.content.reviews, newest.content.reviews, names);
  const count = changes.length === 1 ? '1 review differs' : `${changes.length} reviews differ`;
  return new Refusal(
    'PLAN_HAS_NEWER_VERSION',
    `Version ${newest.version} of this plan was saved meanwhile by ${newest.author}; ${count} from version ${own.version}, which you edited. ` +
      `Nothing was saved or overwritten. See errors for what changed; to go on, send the same edits for plan ${newest.id}.`,
    409,
    changes.map(({ review, school, words }) => ({
      pointer: `#/reviews/${review}`,
      field: school,
      message: words,
    })),
    {
      newest: {
        id: newest.id,
        version: newest.version,
        author: newest.author,
        note: newest.note,
        createdAt: newest.createdAt.toISOString(),
      },
      changes,
    },
  );
}
