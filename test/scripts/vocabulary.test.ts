import { readFileSync } from 'node:fs';
import { readSourceFiles } from '../../scripts/code/source-files';
import {
  findBannedIdentifiers,
  findBannedInDocument,
  findBannedProse,
  splitIdentifier,
} from '../../scripts/code/vocabulary';

const DOCUMENTS = [
  'docs/architecture.md',
  'docs/decisions/consolidation.md',
  'docs/decisions/libraries.md',
  'docs/decisions/reading.md',
  'docs/decisions/reports.md',
  'docs/decisions/review.md',
  'docs/decisions/sheets.md',
  'docs/decisions/structure.md',
];

const describeUse = ({
  path,
  line,
  word,
  instead,
  text,
}: ReturnType<typeof findBannedProse>[number]): string => `${path}:${line} "${word}" → ${instead}: ${text}`;

describe('the words of the code are those of docs/glossary.md', () => {
  // The list of banned words holds them itself.
  const files = readSourceFiles(process.cwd(), ['src', 'packages', 'test', 'scripts', 'bench']).filter(
    ({ path }) => path !== 'scripts/code/vocabulary.ts',
  );

  it('in names', () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.flatMap(findBannedIdentifiers).map(describeUse)).toEqual([]);
  });

  it('in comments and names of tests', () => {
    expect(files.flatMap(findBannedProse).map(describeUse)).toEqual([]);
  });

  it.each(DOCUMENTS)('in %s', (path) => {
    expect(findBannedInDocument(path, readFileSync(path, 'utf8')).map(describeUse)).toEqual([]);
  });
});

describe('splitIdentifier', () => {
  it.each([
    ['tellSections', ['tell', 'sections']],
    ['XMLBookReader', ['xml', 'book', 'reader']],
    ['MIN_CONFIDENCE', ['min', 'confidence']],
  ])('splits %s', (name, words) => expect(splitIdentifier(name)).toEqual(words));
});
