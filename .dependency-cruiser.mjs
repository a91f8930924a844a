/** Features in the order data flows; a folder may import to its left, and platform. */
const order = [
  'audit',
  'identity',
  'notifications',
  'settings',
  'calendar',
  'schools',
  'reviewers',
  'availability',
  'commitments',
  'reviews',
  'allocations',
  'offers',
  'exchange',
  'registers',
  'reports',
];

const onlyLeft = order.slice(0, -1).map((folder, index) => ({
  name: `${folder}-imports-only-to-its-left`,
  comment: `${folder} must not know what comes after it in the flow of data; send a domain event instead.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: `^src/(${order.slice(index + 1).join('|')})/` },
}));

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'solver-is-plain',
      comment:
        'The solver is a library: it imports nothing of ours outside itself and no framework.',
      severity: 'error',
      from: { path: '^src/solver/' },
      to: {
        path: '^src/(?!solver/)|^node_modules/(@nestjs|typeorm|pg|bullmq|ioredis|luxon|pino)',
      },
    },
    {
      name: 'solver-does-no-io',
      comment: 'The solver core reads no file, no network and no clock; its callers do.',
      severity: 'error',
      from: { path: '^src/solver/', pathNot: '[.]spec[.]ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'only-allocations-solve',
      comment:
        'Only allocations and the entries use the solver; reports ask allocations for a solve.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(solver|allocations|cli|[^/]+[.]ts$)|[.]spec[.]ts$' },
      to: { path: '^src/solver/' },
    },
    {
      name: 'platform-knows-no-programme',
      comment:
        'Platform is configuration, database, queue, logging and errors: nothing of the programme.',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(solver|${order.join('|')})/` },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'What the product needs does not live in a test.',
      severity: 'error',
      from: { path: '^src/', pathNot: '[.]spec[.]ts$' },
      to: { path: '[.]spec[.]ts$|^test/' },
    },
    {
      name: 'checker-shares-nothing-with-the-model',
      comment: 'The checker is the independent witness: it must not use the code it checks.',
      severity: 'error',
      from: { path: '^src/solver/check' },
      to: { path: '^src/solver/', pathNot: '^src/solver/(check|problem|plan)' },
    },
    {
      name: 'screens-do-not-know-each-other',
      comment: 'A screen is one folder; what two of them need is a part or a question to the API.',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'parts-know-no-screen',
      comment:
        'Parts and the API client are used by screens and by the app around them, never the other way.',
      severity: 'error',
      from: { path: '^web/src/(parts|api)/' },
      to: { path: '^web/src/(features|app)/' },
    },
    {
      name: 'screens-do-not-know-the-app',
      comment: 'The router names the screens; a screen finds its route by its address.',
      severity: 'error',
      from: { path: '^web/src/features/' },
      to: { path: '^web/src/app/' },
    },
    {
      name: 'web-knows-only-the-api',
      comment:
        'The web app computes nothing and knows no rule: it talks to the server by HTTP only.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(src|migrations|scripts|test)/' },
    },
    ...onlyLeft,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
