// Tests run TypeScript through swc; types are checked by `npm run check:types`, once for the whole tree.
const common = {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/languages.ts'],
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
  // Published as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(?:pdfjs-dist|hyparquet|hyparquet-writer)/)'],
};

export default {
  testTimeout: 60000,
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['<rootDir>/test/e2e/'],
    },
    { ...common, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.test.ts'] },
  ],
};
