/** What the pane is made of. */
const PANE = [
  'issue',
  'commands',
  'excel',
  'workbook',
  'paper',
  'consolidation',
  'intake',
  'annex',
  'locales',
];

/** Holds the arrows between the rooms of src/: each may import only what stands below it. */
const BELOW = {
  annex: [],
  intake: ['annex'],
  consolidation: ['intake', 'annex'],
  locales: ['consolidation', 'annex'],
  paper: ['consolidation', 'intake', 'annex', 'locales'],
  workbook: ['paper', 'consolidation', 'intake', 'annex', 'locales'],
  excel: ['workbook', 'paper', 'consolidation', 'intake', 'annex', 'locales'],
  commands: ['excel', 'workbook', 'paper', 'consolidation', 'intake', 'annex', 'locales'],
  // The workbooks of units are made in memory, by the steps that write the open one.
  issue: ['commands', 'excel', 'workbook', 'paper', 'consolidation', 'intake', 'annex', 'locales', 'host'],
  taskpane: PANE,
  host: [],
  workbench: ['host', 'locales'],
  cli: [...PANE, 'host'],
};
const rooms = Object.keys(BELOW);

/** These run in a worker and in Node alike: nothing of the platform but the language itself. */
const PURE = [
  'annex',
  'intake',
  'consolidation',
  'locales',
  'paper',
  'workbook',
  'host/(model|calc|xlsx|batch)',
];

module.exports = {
  forbidden: [
    ...rooms.map((room) => ({
      name: `arrows-of-${room}`,
      severity: 'error',
      comment: `src/${room} may import ${BELOW[room].join(', ') || 'no other room'}.`,
      from: { path: `^src/${room}/` },
      to: {
        path: `^src/(${rooms.filter((other) => other !== room && !BELOW[room].includes(other)).join('|')})/`,
      },
    })),
    {
      name: 'pure-rooms-know-no-platform',
      severity: 'error',
      from: { path: `^src/(${PURE.join('|')})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-dev-packages',
      severity: 'error',
      comment: 'What is bundled into the add-in is a dependency, not a development dependency.',
      from: {
        path: '^src/(annex|intake|consolidation|locales|paper|workbook|excel|commands|issue|taskpane)/',
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
