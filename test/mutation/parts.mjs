import { readdirSync } from 'node:fs';
import path from 'node:path';

const inExplain = (file) => `explain/${file}`;
const specInExplain = (file) => `src/solver/explain/${file}.spec.ts`;
const inNetwork = (file) => `network/${file}`;
const specInNetwork = (file) => `src/solver/network/${file}.spec.ts`;

/** Flows in networks, whatever the network is about. */
const flow = [
  'carrying-arcs',
  'cheapest-matching',
  'levels',
  'lexicographic-flow',
  'nearest-nodes',
  'network',
  'network-simplex',
  'out-of-kilter',
  'priority-queue',
  'residual-paths',
  'spanning-tree',
  'incidence',
  'strong-components',
];

/** How the search over the network divides what is left: whole solves of the network would take long to tell. */
const branches = ['aim-levels', 'assurer-branches', 'leading-nothing', 'limbs'];

/**
 * The parts in which `src/solver` is mutated. `specs` (files, or folders without those below them) answer for a part:
 * its own, and those that hold it to a law or to another program; others run the same code and would only cost time.
 * `cases` is what `QAR_PROPERTY_CASES` is set to, 100 unless said otherwise: fewer where each case is a solve.
 */
const parts = {
  rules: { mutate: ['rules/*'], specs: ['src/solver/rules'] },
  seats: {
    mutate: ['aims/*', 'candidates', 'distance', 'dominance', 'grouping', 'slot-words'],
    specs: [
      'src/solver/aims',
      'src/solver/slot-words.spec.ts',
      'src/solver/distance.spec.ts',
      'src/solver/grouping.spec.ts',
      'src/solver/candidates.spec.ts',
      'src/solver/hand/effect.spec.ts',
    ],
  },
  check: {
    mutate: ['check', 'check/*'],
    specs: ['src/solver/check', 'src/solver/check.spec.ts'],
  },
  preflight: { mutate: ['preflight/*'], specs: ['src/solver/preflight'] },
  hand: { mutate: ['hand/*'], specs: ['src/solver/hand'], cases: 500 },
  reasons: {
    mutate: ['facts', 'few-moves', 'moves', 'obstacles', 'price', 'stoppers'].map(inExplain),
    specs: ['facts', 'few-moves', 'moves', 'obstacles', 'price', 'stoppers'].map(specInExplain),
  },
  asks: {
    mutate: [
      'ask-model',
      'ask-table',
      'asks-together',
      'considered-asks',
      'cost-of-asking',
      'direct-asks',
      'shut-out',
      'uncovered',
      'verified-asks',
      'what-would-it-take',
    ].map(inExplain),
    specs: [
      'ask-model',
      'ask-table',
      'asks-together',
      'considered-asks',
      'cost-of-asking',
      'direct-asks',
      'joint-candidates',
      'shut-out',
      'uncovered',
      'verified-asks',
      'what-would-it-take',
    ].map(specInExplain),
    cases: 25,
  },
  prices: {
    mutate: [
      'alternatives',
      'candidate-promise',
      'plan-prices',
      'ranked-candidates',
      'seat-facts',
      'why-not',
      'why-this-one',
    ].map(inExplain),
    specs: [
      'alternatives',
      'candidate-promise',
      'plan-prices',
      'ranked-candidates',
      'seat-facts',
      'why-not',
      'why-this-one',
    ].map(specInExplain),
    cases: 25,
  },
  changes: {
    mutate: [
      'disturbance',
      'disturbance-budget',
      'empty-rows',
      ...['best-coverage', 'drop-out', 're-plan', 'stand-ins'].map(inExplain),
    ],
    specs: [
      'src/solver/disturbance.spec.ts',
      'src/solver/disturbance-budget.spec.ts',
      ...['best-coverage', 'drop-out', 're-plan', 'stand-ins'].map(specInExplain),
    ],
  },
  file: {
    mutate: ['file/*'],
    // Without hostile-sizes.spec.ts: 50 MB of brackets through code that counts its own steps take many minutes.
    specs: [
      ...['civil-date', 'json-text', 'read-plan', 'read-problem', 'hostile-problems'],
      ...['shape', 'utf8'],
    ].map((file) => `src/solver/file/${file}.spec.ts`),
  },
  year: {
    mutate: ['alone/*', 'forecast/*', 'recruiting/*', 'scenario/*'],
    specs: ['alone', 'forecast', 'recruiting', 'scenario'].map((folder) => `src/solver/${folder}`),
    cases: 25,
  },
  propagation: { mutate: ['propagation'], specs: ['src/solver/propagation.spec.ts'] },
  model: {
    mutate: [
      'conflict',
      'conflict-rules',
      'incumbent',
      'lexicographic',
      'milp/*',
      'model',
      'pins',
      'restricted-model',
      'restriction',
      'rounding',
      'row-builder',
      'solve',
    ],
    specs: [
      'src/solver/milp',
      'src/solver/conflict-rules.spec.ts',
      'src/solver/incumbent.spec.ts',
      'src/solver/restricted-model.spec.ts',
      'src/solver/restriction.spec.ts',
      'src/solver/rounding.spec.ts',
      'src/solver/row-builder.spec.ts',
      'src/solver/solve.spec.ts',
      'src/solver/lexicographic.spec.ts',
      'src/solver/pins.spec.ts',
      'test/solver/brute-force.spec.ts',
    ],
    cases: 25,
  },
  branches: {
    mutate: branches.map(inNetwork),
    specs: [...branches, 'assurer-branches-costs'].map(specInNetwork),
  },
  // Incidences are held by the specs of those who use them.
  flow: {
    mutate: flow.map(inNetwork),
    specs: [...flow.filter((file) => file !== 'incidence'), 'lexicographic-flow-within'].map(
      specInNetwork,
    ),
  },
  network: {
    mutate: ['build-network', 'choices-left', 'lead-arcs', 'lead-face', 'lead-network'].map(
      inNetwork,
    ),
    specs: [
      'choices-left',
      'lead-network',
      'lead-network-face',
      'lead-network-needs',
      'leading-nothing',
    ].map(specInNetwork),
  },
  seconds: {
    mutate: [
      'assurance-prices',
      'assurances',
      'company-closer',
      'leads-beside',
      'pinned-candidates',
      'resting',
      'seat-seconds',
      'second-candidates',
      'second-places',
    ].map(inNetwork),
    specs: [
      'assurance-prices',
      'assurances',
      'company-closer',
      'pinned-candidates',
      'seat-seconds',
      'seat-seconds-is-complete',
      'second-candidates',
      'second-places',
    ].map(specInNetwork),
    cases: 25,
  },
  search: {
    mutate: [
      'branch-closer',
      'divisions',
      'lead-search',
      'network-base',
      'open-branches',
      'reassuring',
      'restricted-network',
      'solve-network',
      'with-bounds',
    ].map(inNetwork),
    specs: [
      'branch-closer',
      'company-closer',
      'divisions',
      'lead-search',
      'network-base',
      'open-branches',
      'reassuring',
      'solve-network',
      'solve-network-stopped',
      'with-bounds',
    ].map(specInNetwork),
    cases: 25,
  },
};

export const partNames = Object.keys(parts);

/** The part that `QAR_MUTATION_PART` names. */
export const currentPart = () => partNamed(process.env.QAR_MUTATION_PART);

/** The patterns of a part's files for Stryker, the paths of its specs, and how many cases their properties try. */
export function partNamed(name) {
  const part = parts[name];
  if (part === undefined) throw new Error(`No part "${name}": there are ${partNames.join(', ')}.`);
  return {
    name,
    cases: part.cases ?? 100,
    mutate: [...part.mutate.map(sourceFile), '!src/**/*.spec.ts'],
    specs: part.specs.flatMap(specsIn),
  };
}

const sourceFile = (file) => `src/solver/${file}.ts`;

function specsIn(place) {
  if (place.endsWith('.spec.ts')) return [place];
  return readdirSync(place)
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => path.posix.join(place, file));
}
