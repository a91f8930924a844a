import { defaultPolicies, type Policy } from './policies.js';

/** A weight of a policy as people read it. */
export interface PolicyNumber {
  title: string;
  value: number;
  unit: 'points' | 'km' | 'times';
}

/** The weights that belong together, such as those of the lead's wish for the dates. */
export interface PolicyGroup {
  title: string;
  numbers: PolicyNumber[];
}

/** Every number of a policy, in groups, in the order of docs/problem-format.md, "Points". */
export function policyNumbers(policy: Policy): PolicyGroup[] {
  const { availability, hostWindow, region } = policy;
  return [
    group('The lead’s dates', [
      ['Preferred', availability.PREFERRED],
      ['Available', availability.AVAILABLE],
      ['If needed', availability.IF_NEEDED],
    ]),
    group('The school’s dates', [
      ['Preferred', hostWindow.PREFERRED],
      ['Acceptable', hostWindow.ACCEPTABLE],
    ]),
    group('The lead’s wish for the region', [
      ['Preferred', region.PREFERRED],
      ['Willing', region.WILLING],
      ['Reluctant', region.RELUCTANT],
    ]),
    group('Needs', [
      ['Each need of the school that the lead does not share', policy.unmatchedNeed],
    ]),
    group('Travel', [
      ['Length of a step by road', policy.travelStepKm, 'km'],
      ['Each whole step', policy.travelStep],
      ['A night away counts beyond, by road', policy.overnightKm, 'km'],
      ['Each night away', policy.overnight],
      ['By road, against the straight line', policy.roadFactor, 'times'],
    ]),
    group('Second seats', [['Each published second seat that changes', policy.companyChange]]),
  ];
}

type Row = [title: string, value: number, unit?: PolicyNumber['unit']];

function group(title: string, rows: Row[]): PolicyGroup {
  return {
    title,
    numbers: rows.map(([name, value, unit = 'points']) => ({ title: name, value, unit })),
  };
}

/** What a policy weighs, one list of numbers a topic; all of a list grow together when the topic counts more. */
const TOPICS: readonly { name: string; weights: (policy: Policy) => number[] }[] = [
  {
    name: 'leads’ wishes for dates',
    weights: ({ availability: a }) => [a.PREFERRED, a.AVAILABLE, a.IF_NEEDED],
  },
  {
    name: 'schools’ wishes for dates',
    weights: ({ hostWindow: h }) => [h.PREFERRED, h.ACCEPTABLE],
  },
  {
    name: 'leads’ wishes for regions',
    weights: ({ region: r }) => [r.PREFERRED, r.WILLING, r.RELUCTANT],
  },
  { name: 'needs that are not shared', weights: ({ unmatchedNeed }) => [unmatchedNeed] },
  {
    name: 'travel',
    weights: ({ travelStep, travelStepKm, roadFactor }) => [
      (travelStep * roadFactor) / travelStepKm,
    ],
  },
  { name: 'nights away', weights: ({ overnight }) => [overnight] },
  { name: 'keeping published second seats', weights: ({ companyChange }) => [companyChange] },
];

const usual = defaultPolicies['Standard'] as Policy;

/** What a policy weighs more and less than the programme's usual one, in a sentence. */
export function policyInWords(policy: Policy): string {
  const topicsByWeight = new Map<string, string[]>();
  for (const { name, weights } of TOPICS) {
    const words = comparedInWords(weights(policy), weights(usual));
    if (words !== undefined)
      topicsByWeight.set(words, [...(topicsByWeight.get(words) ?? []), name]);
  }
  const nights =
    policy.overnightKm === usual.overnightKm ? [] : ['A night away begins at another distance.'];
  if (topicsByWeight.size + nights.length === 0) {
    return 'The usual weights: wishes for dates and regions, shared needs and travel, in balance.';
  }
  const sentences = [...topicsByWeight].map(([words, names]) => {
    const topics = listOf(names);
    const verb = topics === 'travel' ? 'counts' : 'count';
    return `${topics.charAt(0).toUpperCase()}${topics.slice(1)} ${verb} ${words}.`;
  });
  return [...sentences, ...nights].join(' ');
}

/** Undefined where they weigh alike. */
function comparedInWords(weights: number[], usualWeights: number[]): string | undefined {
  if (weights.every((weight, index) => isAlike(weight, usualWeights[index] ?? 0))) return undefined;
  if (weights.every((weight) => weight === 0)) return 'for nothing';
  const largest = (all: number[]): number => Math.max(...all);
  const ratio = largest(weights) / largest(usualWeights);
  const isScaled = weights.every((weight, i) => isAlike(weight, (usualWeights[i] ?? 0) * ratio));
  if (!isScaled || !Number.isFinite(ratio)) return 'differently than usual';
  if (isAlike(ratio, 2)) return 'twice as much as usual';
  if (isAlike(ratio, 0.5)) return 'half as much as usual';
  return `${ratio.toLocaleString('en-GB', { maximumFractionDigits: 2 })} times as much as usual`;
}

function isAlike(one: number, other: number): boolean {
  return Math.abs(one - other) < 1e-9;
}

function listOf(names: string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
