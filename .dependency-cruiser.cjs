/**
 * The layers of src/ from the lowest to the highest: each may import what stands before it, and nothing after.
 * docs/architecture.md has the picture.
 */
const LAYERS = [
  'shared',
  'annex',
  'timing',
  'progress',
  'readers',
  'import',
  'consolidation',
  'sheets',
  'i18n',
  'reports',
  'school-workbook',
  'authority-workbook',
  'excel',
  'commands',
  'taskpane',
  'workbench',
  'cli',
];

/** Layers that may not import some of those before them, with what they may not import. */
const EXCEPTIONS = {
  timing: ['annex'],
  readers: ['annex', 'timing', 'progress'],
  // The page with a grid shows the simulator and the built pane, with what is shared; it knows nothing of annexes.
  workbench: LAYERS.filter((layer) => !['workbench', 'i18n', 'shared'].includes(layer)),
  cli: ['excel', 'taskpane', 'workbench'],
};

/** These run in a page, in a worker and in Node alike: nothing of the platform but the language itself. */
const PURE_LAYERS = LAYERS.slice(0, LAYERS.indexOf('excel'));

/** Only these join the product and the simulator: units' workbooks are issued in memory. */
const USES_SIMULATOR = '^src/(workbench|cli|commands/issue)/';

const toFolders = (layers) => `^src/(${layers.join('|')})/`;

/** Pages are templates; what is shown in them imports their style sheets, and what keeps their files. */
const PAGES = '^src/pages/(?!.*\\.css$|keep-files\\.ts$)';

module.exports = {
  forbidden: [
    ...LAYERS.map((layer, index) => ({
      name: `layer-${layer}`,
      severity: 'error',
      comment: `src/${layer} may import only the layers below it.`,
      from: { path: `^src/${layer}/` },
      to: {
        path: [toFolders([...LAYERS.slice(index + 1), ...(EXCEPTIONS[layer] ?? [])]), PAGES],
        // i18n has a text for the problem codes of every layer.
        ...(layer === 'i18n' && { pathNot: '/problem-codes\\.ts$' }),
      },
    })),
    {
      name: 'packages-know-nothing-of-src',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { path: '^(src|test|scripts|bench)/' },
    },
    {
      name: 'ooxml-is-below-the-simulator',
      severity: 'error',
      from: { path: '^packages/ooxml/' },
      to: { path: '^packages/excel-simulator/' },
    },
    {
      name: 'simulator-only-where-it-is-joined',
      severity: 'error',
      from: { path: '^src/', pathNot: USES_SIMULATOR },
      to: { path: '^packages/excel-simulator/' },
    },
    {
      name: 'pure-layers-know-no-platform',
      severity: 'error',
      from: {
        path: `${toFolders(PURE_LAYERS)}|^packages/ooxml/src/|^packages/excel-simulator/src/(model|formulas|xlsx|protocol|classes)/`,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Type-only imports count: a type that two modules need is a file of its own.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-dev-packages',
      severity: 'error',
      comment: 'What ships, or is reached by what ships, is a dependency and not a development dependency.',
      from: { path: '^(src|packages/[^/]+/src)/', pathNot: '^packages/excel-simulator/src/transports/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'builders-stand-in-test-support',
      severity: 'error',
      comment: 'Scripts, benchmarks and tests share builders through test/support only, never the reverse.',
      from: { path: '^test/support/' },
      to: { path: '^(scripts|bench)/|^test/(?!support/)' },
    },
    {
      name: 'scripts-import-test-support-only',
      severity: 'error',
      from: { path: '^(scripts|bench)/' },
      to: { path: '^test/(?!support/)' },
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
