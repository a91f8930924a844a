import { leadsBeside } from '../../solver/explain/leads-beside.js';
import { type WhyNot } from '../../solver/explain/why-not.js';
import { type AlternativeView, type MeasuredFromView } from './explanation-parts.schema.js';
import { type WhyNotView } from './explanation.schema.js';
import { conflictInWords, tellAlternative, whatStandsAgainstIt } from './tell-alternative.js';
import { refusalInWords, tellStanding } from './tell-standing.js';
import { type Teller } from './teller.js';

const seats = {
  LEAD: 'lead',
  QUALITY_ASSURER: 'assure the quality of',
  SHADOW: 'shadow',
} as const;

/** Why somebody does not have a seat: rules and mends, or the price of giving it to them. */
export function tellWhyNot(
  why: WhyNot,
  measuredFrom: MeasuredFromView,
  teller: Teller,
): WhyNotView {
  const { review, person, role, hasSeat } = why;
  const standing = tellStanding(why, teller);
  const chosen = why.chosen && tellAlternative(why.chosen, teller);
  const mended = why.mended && tellAlternative(why.mended, teller);
  return {
    review,
    school: teller.names.school(review),
    measuredFrom,
    person,
    name: teller.names.person(person),
    role,
    hasSeat,
    words: [
      ...(chosen
        ? priceInWords(why, chosen, teller)
        : refusalInWords(standing, person, role, teller)),
      ...(mended ? mendedInWords(mended, why, teller) : []),
      ...measuredFrom.words,
    ],
    ...standing,
    chosen,
    mended,
  };
}

function priceInWords(why: WhyNot, chosen: AlternativeView, teller: Teller): string[] {
  const { review, person, role, hasSeat } = why;
  const name = teller.names.person(person);
  const school = teller.names.school(review);
  if (chosen.price === null)
    return [
      `${name} may ${seats[role]} ${school}.`,
      ...conflictInWords(chosen, nobodyBeside(why, teller)),
    ];
  const { verdict, headline, also } = chosen.price;
  const opening = hasSeat
    ? `${name} does ${seats[role]} ${school} in this plan.`
    : `${name} may ${seats[role]} ${school}.`;
  const price = {
    NOTHING: [],
    LOSS: [
      hasSeat
        ? 'The best plan that keeps this is worse than the plan.'
        : 'The plan would be the worse for it.',
    ],
    GAIN: [
      hasSeat ? 'There is a better plan that keeps this.' : 'The plan would be the better for it.',
    ],
  };
  return [opening, ...price[verdict], headline, ...also, ...movesInWords(chosen)];
}

function mendedInWords(mended: AlternativeView, why: WhyNot, teller: Teller): string[] {
  if (mended.price === null) {
    return [
      'Even so, no plan could have it.',
      ...whatStandsAgainstIt(mended, nobodyBeside(why, teller)),
    ];
  }
  const { verdict, headline, also } = mended.price;
  const price = {
    NOTHING: [],
    LOSS: ['The plan would be the worse for it then.'],
    GAIN: ['The plan would be the better for it then.'],
  };
  return [...price[verdict], headline, ...also, ...movesInWords(mended)];
}

/** That a second seat has nobody to sit beside, of which the rule itself says nothing. */
function nobodyBeside(why: WhyNot, { problem, names }: Teller): string[] {
  const beside = leadsBeside(problem, why);
  if (beside === null || beside.length > 0) return [];
  const [who, does] =
    why.role === 'SHADOW'
      ? ['Nobody but new leads', 'shadow it']
      : ['No new lead', 'assure its quality'];
  return [
    `${who} may lead ${names.school(why.review)} in a window in which ${names.person(why.person)} may ${does}.`,
  ];
}

/** One way to do it. */
export function movesInWords({ moves }: AlternativeView): string[] {
  return moves.length === 0 ? [] : ['One way to do it:', ...moves.map(({ words }) => words)];
}
