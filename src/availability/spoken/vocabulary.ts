import { type Grade } from '../answer.js';

/** The words of telephone calls about dates, as far as they decide something. All in lower case, British spelling. */

/** What a phrase says of the days beside it. */
export type Said = Grade | 'ONLY' | 'IF_POSSIBLE';

const PHRASES: readonly (readonly [Said, string])[] = (
  [
    [
      'IF_NEEDED',
      'only if needed|if needed|only if necessary|if necessary|if need be|only if really needed|if really needed|only if needs be|if needs be|only if i must|if i must|only if you must|if you must|only if they must|only if i have to|if i have to|only if you have to|if you have to|at a push|if pushed|if pressed|as a last resort|last resort|if desperate|only if desperate|if there is nobody else|only if there is nobody else|if there is no one else|if nobody else can|if no one else can|unless needed|unless really needed|unless necessary|unless you must|unless i must|rather not|prefer not to|prefer not|prefers not to|prefers not|preferably not|ideally not|not ideal|not ideally|not if possible|if possible not|not keen|not keen on|reluctant|reluctantly|avoid if possible|would rather avoid|rather avoid|less good|not great|difficult|tricky',
    ],
    [
      'UNAVAILABLE',
      "never|not|no|none|nothing|nor|neither|can't|cant|cannot|can not|could not|couldn't|won't|wont|will not|unable|unable to|unavailable|not available|not free|not possible|impossible|no good|not good|no use|does not work|doesn't work|do not work|don't work|won't work|does not suit|doesn't suit|don't|do not|doesn't|does not|isn't|aren't|away|off|out|abroad|busy|booked|blocked|on holiday|on leave|on annual leave|annual leave|ill|off ill|sick|off sick|unwell|poorly|in hospital|on sick leave|sick leave|on maternity leave|maternity leave|on paternity leave|paternity leave|on parental leave|parental leave|on jury service|jury service|skip|avoid|rule out|ruled out|excluding",
    ],
    [
      'PREFERRED',
      'prefer|prefers|preferred|prefer to|preferably|preference for|ideally|ideal|best|love|love to|loves|happiest|favourite|favour|perfect|rather|like|likes|like to|keen|keen on',
    ],
    [
      'AVAILABLE',
      'available|free|can|can do|could do|could|can manage|manage|able|able to|fine|ok|okay|alright|all right|good|works|work|possible|happy|happy to|yes|open|suit|suits|after all is fine|back|will do',
    ],
    [
      'IF_POSSIBLE',
      'if possible|where possible|if at all possible|if it can be avoided|if i can avoid it|if they can avoid it|if i can help it',
    ],
    ['ONLY', 'only|just|solely|nothing but|no other than'],
  ] as const
).flatMap(([grade, list]) => list.split('|').map((phrase) => [grade, phrase] as const));

/** Longest first, so that "not if possible" is not read as "not". */
export const GRADE_PHRASES = PHRASES.toSorted(
  ([, a], [, b]) => b.split(' ').length - a.split(' ').length,
);

/** What stands between parts of a sentence. `strong`: what follows may be about something else. */
export const SEPARATORS: Readonly<Record<string, 'strong' | 'weak'>> = {
  ',': 'strong',
  ';': 'strong',
  '.': 'strong',
  ':': 'strong',
  '!': 'strong',
  and: 'weak',
  or: 'weak',
  '&': 'weak',
  '+': 'weak',
  plus: 'weak',
  then: 'weak',
};

/** What begins an exception to what was just said, without a grade of its own. */
export const EXCEPT = [
  'with the exception of',
  'apart from',
  'other than',
  'except for',
  'except',
  'save for',
  'besides',
  'bar',
] as const;

/** What begins a part that outranks what was just said. */
export const BUT = ['but', 'though', 'although', 'however', 'yet', 'still'] as const;

/** Everything that is left, or was not spoken of. */
export const REST = [
  'the rest of the term',
  'the rest of term',
  'the rest',
  'rest of the term',
  'otherwise',
  'everything else',
  'anything else',
  'any other time',
  'all other times',
  'all other weeks',
  'all other days',
  'all other dates',
  'all others',
  'all the others',
] as const;

/** The whole term. */
export const ALL = [
  'any time',
  'anytime',
  'at any time',
  'always',
  'all term',
  'the whole term',
  'whole term',
  'all of the term',
  'all of term',
  'everything',
  'anything',
  'whenever',
  'every week',
  'every day',
  'any day',
  'any week',
  'all weeks',
  'all days',
  'all windows',
  'every window',
  'any window',
  'this term',
  'the term',
] as const;

/** Words that decide nothing. */
export const FILLERS: ReadonlySet<string> = new Set(
  "i i'm im i'd i'll i've we we're they they're they'd he he's she she's she'd she'll he'll he'd they'll they've we'd we'll you'd who which say says said saying think tell told got get going go home here there's let let's it it's its that that's there this these those the a an is are am be being been was were will would should might must do does doing did have has had having on at to for of in with as so please also too either both again well really quite usually generally always mostly currently sorry hello hi thanks thank you your my me her his him their them us our lead leading review reviews reviewing reviewer window windows day days week weeks date dates any all every each some at all my diary term time any more anymore now".split(
    ' ',
  ),
);

/** Phrases that decide nothing, though their words do elsewhere. */
export const FILLER_PHRASES = [
  'after all',
  'at all',
  'as well',
  'if you like',
  'at the moment',
  'for now',
  'no problem',
  'not a problem',
  'no thank you',
] as const;

/** Days that are others tomorrow: an answer stands for the term. */
export const RELATIVE_PHRASES = [
  'this week',
  'these weeks',
  'this month',
  'this fortnight',
] as const;

/** After these, up to the end of the part, stands a reason: it is kept as a note. */
export const BECAUSE = [
  'because of',
  'because',
  'due to',
  'owing to',
  'since i',
  'as i am',
  "as i'm",
  'as i have',
  'as we',
] as const;

export const NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  last: -1,
  final: -1,
};

const MONTH_NAMES = [
  'january jan',
  'february feb',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sept sep',
  'october oct',
  'november nov',
  'december dec',
];

/** 1 for January, by every way to write it. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) =>
    names.split(' ').map((name): [string, number] => [name, index + 1]),
  ),
);

const WEEKDAY_NAMES = [
  'monday mondays mon mons',
  'tuesday tuesdays tue tues',
  'wednesday wednesdays wed weds',
  'thursday thursdays thu thur thurs',
  'friday fridays fri fris',
];

/** 1 for Monday to 5 for Friday, by every way to write it. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  WEEKDAY_NAMES.flatMap((names, index) =>
    names.split(' ').map((name): [string, number] => [name, index + 1]),
  ),
);

/** What people often say, to learn from. Each is understood; a test sees to it. */
export const EXAMPLES = [
  'never Mondays, and not the week of 8 February',
  'only after half-term, Fridays if needed',
  'prefer Wednesday to Friday, not until 20 January',
  'free all term except 10 March, at most 2 reviews',
] as const;
