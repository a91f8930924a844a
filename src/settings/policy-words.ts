import { defaultPolicies, type Policy } from './policies.js';

/** A weight of a policy as people read it. */
export interface PolicyNumber {
  title: string;
  value: number;
  unit: 'points' | 'km' | 'times';
  /** Where it lies in the policy, such as `availability`, `PREFERRED`. */
  path: string[];
  /** What it changes in a plan. */
  does: string;
  least: number;
  most: number;
}

/** The weights that belong together, such as those of the lead's wish for the dates. */
export interface PolicyGroup {
  title: string;
  numbers: PolicyNumber[];
}

/** Every number of a policy, in groups, in the order of docs/problem-format.md, "Points". */
export function policyNumbers(policy: Policy): PolicyGroup[] {
  return GROUPS.map(({ title, rows }) => ({
    title,
    numbers: rows.map(({ title: name, path, does, unit = 'points', most = 1000, least = 0 }) => ({
      title: name,
      value: numberAt(policy, path),
      unit,
      path: [...path],
      does,
      least,
      most,
    })),
  }));
}

function numberAt(policy: Policy, path: readonly string[]): number {
  return Number(
    path.reduce((inner: unknown, step) => Reflect.get(Object(inner), step) as unknown, policy),
  );
}

/** Ranges are those of `policySchema`. */
interface PolicyRow {
  title: string;
  path: readonly string[];
  does: string;
  unit?: PolicyNumber['unit'];
  least?: number;
  most?: number;
}

const MOST_KM = 1_000_000;
const MOST_FACTOR = 10;

const GROUPS: readonly { title: string; rows: readonly PolicyRow[] }[] = [
  {
    title: 'The lead’s dates',
    rows: [
      {
        title: 'Preferred',
        path: ['availability', 'PREFERRED'],
        does: 'What a review costs in dates that its lead prefers. Usually nothing.',
      },
      {
        title: 'Available',
        path: ['availability', 'AVAILABLE'],
        does: 'More points: plans look harder for dates that leads prefer.',
      },
      {
        title: 'If needed',
        path: ['availability', 'IF_NEEDED'],
        does: 'More points: people lead on dates they gave “if needed” only where little else is left.',
      },
    ],
  },
  {
    title: 'The school’s dates',
    rows: [
      {
        title: 'Preferred',
        path: ['hostWindow', 'PREFERRED'],
        does: 'What a review costs in a window that its school prefers. Usually nothing.',
      },
      {
        title: 'Acceptable',
        path: ['hostWindow', 'ACCEPTABLE'],
        does: 'More points: more schools get the window they prefer, if need be with a lead from further away.',
      },
    ],
  },
  {
    title: 'The lead’s wish for the region',
    rows: [
      {
        title: 'Preferred',
        path: ['region', 'PREFERRED'],
        does: 'What a review costs in a region that its lead prefers. Usually nothing.',
      },
      {
        title: 'Willing',
        path: ['region', 'WILLING'],
        does: 'More points: people lead more often in regions they prefer.',
      },
      {
        title: 'Reluctant',
        path: ['region', 'RELUCTANT'],
        does: 'More points: people lead in regions they are reluctant about only where little else is left.',
      },
    ],
  },
  {
    title: 'Needs',
    rows: [
      {
        title: 'Each need of the school that the lead does not share',
        path: ['unmatchedNeed'],
        does: 'More points: leads fit the school’s specialisms better, if need be from further away.',
      },
    ],
  },
  {
    title: 'Travel',
    rows: [
      {
        title: 'Length of a step by road',
        path: ['travelStepKm'],
        unit: 'km',
        least: 1,
        most: MOST_KM,
        does: 'Distances are counted in steps so long. Longer steps: short trips differ less.',
      },
      {
        title: 'Each whole step',
        path: ['travelStep'],
        does: 'More points: less travel, if need be against wishes for dates and regions.',
      },
      {
        title: 'A night away counts beyond, by road',
        path: ['overnightKm'],
        unit: 'km',
        most: MOST_KM,
        does: 'From this distance on a lead is taken to stay overnight.',
      },
      {
        title: 'Each night away',
        path: ['overnight'],
        does: 'More points: fewer nights away.',
      },
      {
        title: 'By road, against the straight line',
        path: ['roadFactor'],
        unit: 'times',
        most: MOST_FACTOR,
        does: 'How much longer roads are than the straight line from home to school.',
      },
    ],
  },
  {
    title: 'Second seats',
    rows: [
      {
        title: 'Each published second seat that changes',
        path: ['companyChange'],
        does: 'More points: a re-plan keeps more shadows and quality assurers who were told.',
      },
    ],
  },
];

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
