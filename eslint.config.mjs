import importX from 'eslint-plugin-import-x';
import jsdoc from 'eslint-plugin-jsdoc';
import officeAddins from 'eslint-plugin-office-addins';
import perfectionist from 'eslint-plugin-perfectionist';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const FOLDERS_THAT_NAME_EXCEL = ['src/excel/**'];

const RESTRICTED_SYNTAX = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  {
    selector:
      ':matches(Program, ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator[init.type="ArrowFunctionExpression"][init.body.type="BlockStatement"]:not([id.typeAnnotation])',
    message: 'Write a top-level function as a function declaration; only one-liners stay arrows.',
  },
  {
    selector:
      ':matches(Program, ExportNamedDeclaration) > VariableDeclaration[kind="const"] > VariableDeclarator[id.name=/[a-z]/]:matches([init.type=/^(Literal|TemplateLiteral|ArrayExpression|UnaryExpression)$/], [init.type="NewExpression"][init.callee.name=/^(Set|Map|RegExp)$/], [init.type="TSAsExpression"][init.expression.type=/^(ArrayExpression|ObjectExpression|Literal)$/])',
    message: 'Write a constant of the module in UPPER_CASE.',
  },
  {
    selector: 'FunctionDeclaration[id.name=/[a-z0-9]Of$/]',
    message: 'Name a function with a verb: getName instead of nameOf.',
  },
];

/** The stack holds some 100,000 arguments: the files of users have more rows, cells, words and warnings. */
const SPREAD_ARGUMENTS = [
  {
    selector: 'CallExpression[callee.property.name=/^(push|unshift|splice)$/] > SpreadElement',
    message: 'Use appendAll: a list of a file may be longer than the stack.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"] > SpreadElement',
    message: 'Use findMin or findMax: a list of a file may be longer than the stack.',
  },
];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', 'coverage/', 'samples/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX, 'office-addins': officeAddins, perfectionist, 'react-hooks': reactHooks },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'import-x/no-duplicates': ['error', { 'prefer-inline': true }],
      'perfectionist/sort-imports': [
        'error',
        { type: 'natural', newlinesBetween: 0, groups: ['builtin', 'external', 'unknown'] },
      ],
      'perfectionist/sort-named-imports': ['error', { type: 'natural' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-restricted-syntax': ['error', ...RESTRICTED_SYNTAX],
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: [
      'src/{annex,authority-workbook,cli,consolidation,excel,import,readers,school-workbook,timing,workbench}/**/*.{ts,tsx}',
      'packages/excel-simulator/src/**/*.ts',
    ],
    rules: { 'no-restricted-syntax': ['error', ...RESTRICTED_SYNTAX, ...SPREAD_ARGUMENTS] },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'packages/*/src/**/*.ts'],
    plugins: { jsdoc },
    rules: {
      '@typescript-eslint/naming-convention': [
        'error',
        { selector: 'typeLike', format: ['PascalCase'] },
        { selector: 'function', format: ['camelCase', 'PascalCase'] },
        {
          selector: 'variable',
          modifiers: ['const', 'global'],
          format: ['camelCase', 'PascalCase', 'UPPER_CASE'],
        },
      ],
      // What comes back where there is nothing, and what is thrown, is said where the function is declared.
      'jsdoc/require-returns': [
        'error',
        {
          contexts: [
            {
              context:
                'ExportNamedDeclaration > FunctionDeclaration[returnType.typeAnnotation.type="TSUnionType"]:has(TSTypeAnnotation > TSUnionType > TSNullKeyword)',
            },
          ],
          forceRequireReturn: true,
        },
      ],
      'jsdoc/require-throws': ['error', { contexts: ['ExportNamedDeclaration > FunctionDeclaration'] }],
    },
  },
  {
    // Only an interface can be added to: each layer declares its problem codes in shared/problem.
    files: ['src/shared/problem.ts', 'src/*/problem-codes.ts'],
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-empty-object-type': 'off',
    },
  },
  {
    files: ['src/taskpane/**', 'src/workbench/**'],
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    // The only folder that talks to Excel: the rules that keep its round trips few and its proxies loaded.
    files: FOLDERS_THAT_NAME_EXCEL,
    rules: {
      'office-addins/call-sync-after-load': 'error',
      'office-addins/call-sync-before-read': 'error',
      'office-addins/load-object-before-read': 'error',
      'office-addins/no-context-sync-in-loop': 'error',
      'office-addins/no-empty-load': 'error',
      'office-addins/no-navigational-load': 'error',
      'office-addins/no-office-initialize': 'error',
    },
  },
  {
    files: ['src/**'],
    ignores: FOLDERS_THAT_NAME_EXCEL,
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'Excel', message: 'Only src/excel names Excel.' },
        { name: 'Office', message: 'Only src/excel names Office.' },
        { name: 'OfficeExtension', message: 'Only src/excel names OfficeExtension.' },
      ],
    },
  },
  {
    files: ['src/cli/**', 'scripts/**', 'bench/**', 'test/**', 'packages/*/test/**'],
    rules: { 'no-console': 'off' },
  },
);
