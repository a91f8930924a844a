import { counted } from '../../allocations/summary/phrases.js';
import { phaseInWords, STAGE_WORDS } from './coverage-words.js';
import { type Coverage, membersIn } from './coverage-report.js';
import type { CoverageMembersQuery, MemberSchools } from './coverage.schema.js';

/** The member schools of all that is shown or of one group, by name, each with how far its review has come. */
export function membersBehind(
  { by, group }: Pick<CoverageMembersQuery, 'by' | 'group'>,
  found: Coverage & { termName: (id: string | null) => string | null },
): MemberSchools {
  const stages = new Map(found.reviews.map((each) => [each.school.urn, each]));
  const items = membersIn(found, by, group).map((school) => {
    const staged = stages.get(school.urn);
    return {
      urn: school.urn,
      school: school.name,
      region: school.region,
      phase: phaseInWords(school.phase),
      review: staged?.review.code ?? null,
      term: found.termName(staged?.review.termId ?? null),
      stage: staged?.stage ?? null,
      stageWords: staged === undefined ? 'No review here' : STAGE_WORDS[staged.stage],
    };
  });
  return { title: counted(items.length, 'member school'), items };
}
