// Tests run TypeScript through swc; types are checked by `npm run check:types`, once for the whole tree.
const common = {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/register-languages.ts'],
  transform: {
    '^.+\\.(ts|tsx|mts|js|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
          target: 'es2022',
        },
      },
    ],
  },
  moduleNameMapper: { '\\.module\\.css$': '<rootDir>/test/support/css-modules.cjs' },
  // Published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(?:pdfjs-dist|hyparquet|hyparquet-writer)/)'],
};

// Where tests stand: test/ mirrors src/, and each package has its own.
const ROOTS = ['<rootDir>/test', '<rootDir>/packages'];

export default {
  testTimeout: 60000,
  projects: [
    {
      ...common,
      // Neither office.js nor LibreOffice nor a browser: what `npm run check` runs.
      displayName: 'pure',
      roots: ROOTS,
      testMatch: ['**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['\\.office\\.test\\.', '/test/e2e/'],
    },
    {
      ...common,
      // The real office.js against the simulator, the command line, LibreOffice.
      displayName: 'office',
      roots: ROOTS,
      testMatch: ['**/*.office.test.ts'],
    },
    {
      ...common,
      // The built pages in Chromium.
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
    },
  ],
};
