import ts from 'typescript';
import type { SourceFile } from './source-files';

/**
 * Words of the project's former private dialect, each with the standard term to use instead
 * (docs/glossary.md). They are matched as whole words of identifiers (`tellSections` holds "tell").
 */
const BANNED_IDENTIFIER_WORDS: Record<string, string> = {
  sureness: 'confidence',
  unsure: 'uncertain',
  tell: 'classify, detect, report',
  tells: 'classify, detect, report',
  told: 'classified, detected, reported',
  mend: 'fix, correct, repair',
  mends: 'fixes',
  mended: 'fixed',
  laid: 'arranged, formatted',
  trouble: 'issue',
  troubles: 'issues',
  maimed: 'near match',
  slip: 'typo',
  slips: 'typos',
  seam: 'word boundary',
  misread: 'corrected',
  doubt: 'warning, uncertainty',
  doubts: 'warnings',
  worth: 'score',
  strain: 'penalty',
  portrait: 'column profile',
  stretch: 'period, span',
  stretches: 'periods, spans',
  piece: 'clause, part',
  pieces: 'clauses, parts',
  homeless: 'unmatched',
  heirs: 'reassigned',
  rivals: 'candidates',
  ours: 'managed',
  anew: 'again',
  beside: 'adjacent',
  fresh: 'next, updated',
  former: 'previous',
  gone: 'removed, missing',
  facts: 'metadata',
  say: 'translate',
  says: 'translates',
  figures: 'counts, totals, params',
  refuse: 'err, reject',
  refusal: 'failure',
  outbox: 'request batcher',
  verb: 'subcommand',
  verbs: 'subcommands',
  carrier: 'transport',
  carriers: 'transports',
  plumbing: 'internal methods',
  room: 'layer, module',
  rooms: 'layers, modules',
  kept: 'retained, preserved',
  held: 'withheld, contained',
};

/**
 * Names that are stored in workbooks of users or printed by `--json`: such a format keeps its words.
 */
const STORED_NAMES = new Set(['facts', 'figures', 'kept']);

/** The same for comments, test names and documents, where everyday English needs more of these words. */
const BANNED_PROSE_WORDS: Record<string, string> = {
  sureness: 'confidence',
  told: 'reported, detected',
  tells: 'reports, detects',
  mend: 'fix',
  mends: 'fixes',
  mended: 'fixed',
  anew: 'again',
  maimed: 'damaged',
  homeless: 'unmatched',
  heirs: 'reassigned rows',
  outbox: 'request batcher',
  ours: 'the add-in’s',
  'laid out': 'arranged',
  'lays out': 'arranges',
  'far end': 'simulator',
  'room of': 'layer of',
  rooms: 'layers',
  refusal: 'error, failure',
  troubles: 'issues',
  stretches: 'periods, spans',
};

/** One use of a banned word. */
type BannedUse = { path: string; line: number; word: string; instead: string; text: string };

/** Splits an identifier into its lower-case words: `planHTMLBook` → plan, html, book. */
export function splitIdentifier(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase());
}

/** Returns the banned words among the names that a file declares: variables, functions, types, members. */
export function findBannedIdentifiers({ path, tree }: SourceFile): BannedUse[] {
  const uses: BannedUse[] = [];
  visitNodes(tree, (node) => {
    if (!ts.isIdentifier(node) || !isDeclaredName(node) || STORED_NAMES.has(node.text)) return;
    for (const word of splitIdentifier(node.text)) {
      const instead = BANNED_IDENTIFIER_WORDS[word];
      if (instead === undefined) continue;
      uses.push({ path, line: getLine(tree, node.getStart(tree)), word, instead, text: node.text });
    }
  });
  return uses;
}

/** Returns the banned words in the comments and test names of a file. */
export function findBannedProse({ path, text, tree }: SourceFile): BannedUse[] {
  const uses: BannedUse[] = [];
  for (const { start, prose } of readProse(text, tree)) {
    uses.push(...findBannedWords(prose).map((use) => ({ ...use, path, line: getLine(tree, start) })));
  }
  return uses;
}

/** Returns the banned words in a document, line by line. */
export function findBannedInDocument(path: string, text: string): BannedUse[] {
  return text
    .split('\n')
    .flatMap((line, index) => findBannedWords(line).map((use) => ({ ...use, path, line: index + 1 })));
}

function findBannedWords(prose: string): Omit<BannedUse, 'path' | 'line'>[] {
  return Object.entries(BANNED_PROSE_WORDS)
    .filter(([word]) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`, 'i').test(prose))
    .map(([word, instead]) => ({ word, instead, text: prose.trim().slice(0, 100) }));
}

const TEST_FUNCTIONS = new Set(['describe', 'it', 'test']);

/** Returns the comments and the test names of a file, each with where it starts. */
function readProse(text: string, tree: ts.SourceFile): { start: number; prose: string }[] {
  const found: { start: number; prose: string }[] = [];
  const seen = new Set<number>();
  visitNodes(tree, (node) => {
    for (const range of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (seen.has(range.pos)) continue;
      seen.add(range.pos);
      found.push({ start: range.pos, prose: text.slice(range.pos, range.end) });
    }
    if (ts.isCallExpression(node) && /^\w+/.test(node.expression.getText(tree))) {
      const name = /^\w+/.exec(node.expression.getText(tree))?.[0] ?? '';
      const title = node.arguments[0];
      if (TEST_FUNCTIONS.has(name) && title && ts.isStringLiteralLike(title)) {
        found.push({ start: title.getStart(tree), prose: title.text });
      }
    }
  });
  return found;
}

function isDeclaredName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isBindingElement(parent)) return parent.name === node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isTypeAliasDeclaration(parent) ||
      ts.isPropertySignature(parent) ||
      ts.isMethodSignature(parent) ||
      ts.isClassDeclaration(parent) ||
      ts.isMethodDeclaration(parent)) &&
    parent.name === node
  );
}

/** Calls `visit` with every node of a tree. */
export function visitNodes(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => visitNodes(child, visit));
}

function getLine(tree: ts.SourceFile, position: number): number {
  return tree.getLineAndCharacterOfPosition(position).line + 1;
}
