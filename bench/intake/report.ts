import type { Judgement } from '../../test/support/strangers/judge-reading';
import type { BenchDocument } from './documents';
import type { Measurement } from './measure';
import type { StrangerGroup } from './strangers';

const LIMITS = { page: 60, word: 150 };

function getCorrectShare({ score: { cellsRight, cellsTotal } }: Measurement): number {
  return cellsTotal === 0 ? 1 : cellsRight / cellsTotal;
}

const getTimePerPage = ({ ms, pages }: Measurement): number | null => (pages ? ms / pages : null);

/** Sources from which a reader has to guess: there, every wrong row is to be flagged. */
function isGuessed({ name, expected, target }: BenchDocument): boolean {
  return expected.kind === 'annex' && target < 1 && !name.includes('tcvn3');
}

/** What a document missed of what is asked of it; empty where it has all. */
export function findShortfalls(measured: Measurement): string[] {
  const { document, score, ms } = measured;
  const page = getTimePerPage(measured);
  return [
    ...(score.asExpected ? [] : [`came out as ${score.got}`]),
    ...(getCorrectShare(measured) < document.target ? [`below ${(100 * document.target).toFixed(0)} %`] : []),
    ...(score.wrongUnflagged > 0 && isGuessed(document)
      ? [`${score.wrongUnflagged} wrong rows without a flag`]
      : []),
    ...(page !== null && page > LIMITS.page ? [`above ${LIMITS.page} ms a page`] : []),
    ...(document.name.endsWith('.docx') && ms > LIMITS.word ? [`above ${LIMITS.word} ms`] : []),
  ];
}

const HEADERS = [
  'document',
  'rows found / known',
  'rows right',
  'cells right',
  'flagged',
  'wrong, not flagged',
  'CPU ms',
  'CPU ms a page',
  'time of others',
  'asked for',
];

function formatCells(measured: Measurement): string[] {
  const { document, score, ms, other } = measured;
  const page = getTimePerPage(measured);
  const lacks = findShortfalls(measured);
  const ratio =
    other === null
      ? ''
      : 'missing' in other
        ? other.missing
        : `${(ms / other.ms).toFixed(1)} × ${other.name} (${other.ms.toFixed(0)} ms)`;
  const verdict = lacks.length > 0 ? `**${lacks.join(', ')}**` : 'yes';
  if (document.expected.kind === 'refused')
    return [document.name, `refused: ${score.got}`, '', '', '', '', ms.toFixed(0), '', '', verdict];
  return [
    document.name,
    `${score.rowsFound} / ${score.rowsExpected}`,
    String(score.rowsRight),
    `${score.cellsRight} / ${score.cellsTotal} (${(100 * getCorrectShare(measured)).toFixed(1)} %)`,
    String(score.flagged),
    String(score.wrongUnflagged),
    ms.toFixed(0),
    page?.toFixed(0) ?? '',
    ratio,
    verdict,
  ];
}

function formatRow(cells: readonly string[], widths: readonly number[]): string {
  return `| ${cells.map((cell, index) => cell.padEnd(widths[index]!)).join(' | ')} |`;
}

/** Formats a table as Markdown that can also be read as it is. */
function formatRows(headers: readonly string[], rows: readonly string[][]): string {
  const widths = headers.map((head, index) =>
    Math.max(head.length, ...rows.map((cells) => cells[index]!.length)),
  );
  return [
    formatRow(headers, widths),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map((cells) => formatRow(cells, widths)),
  ].join('\n');
}

export const formatTable = (all: readonly Measurement[]): string => formatRows(HEADERS, all.map(formatCells));

const STRANGER_HEADERS = ['group', 'documents', 'values right', 'wrong with a warning', 'wrong without'];

/** Formats the groups of documents of strangers, and by name each document with a wrong value. */
export function formatStrangers(groups: readonly StrangerGroup[]): string {
  const rows = groups.map(({ name, documents, judgements }) => {
    const all = Object.values(judgements);
    const sum = (count: (one: Judgement) => number): number =>
      all.reduce((total, one) => total + count(one), 0);
    const [right, warned, silent] = [
      sum((one) => one.right),
      sum((one) => one.warned.length),
      sum((one) => one.silent.length),
    ];
    const total = right + warned + silent;
    const share = total === 0 ? '' : ` / ${total} (${((100 * right) / total).toFixed(1)} %)`;
    return [name, String(documents), `${right}${share}`, String(warned), String(silent)];
  });
  const wrong = groups.flatMap(({ judgements }) =>
    Object.entries(judgements).flatMap(([name, { warned, silent }]) =>
      warned.length + silent.length > 0
        ? [`- ${name}: ${warned.length} with a warning, ${silent.length} without`]
        : [],
    ),
  );
  return [
    formatRows(STRANGER_HEADERS, rows),
    ...(wrong.length > 0 ? ['', 'Not all right:', '', ...wrong] : []),
  ].join('\n');
}

const formatStrangersSection = (groups: readonly StrangerGroup[]): string =>
  groups.length === 0
    ? ''
    : `
## Strangers

Documents that nobody here has written, and the collected small cases of what offices write. A value that differs is
_wrong with a warning_ where a warning names its cell, its row, its task or the column that is not there; else it is
_wrong without_, the worst that can happen. \`npm run bench -- intake --wrong\` lists the values.

${formatStrangers(groups)}
`;

/** The page kept in docs/. */
export function formatPage(
  source: string,
  all: readonly Measurement[],
  strangers: readonly StrangerGroup[],
): string {
  return `# Accuracy of reading

Written by \`npm run bench -- intake --write\`; not by hand. Read: ${source}.

Every document is read as the pane and the command line read it, and compared cell by cell with what is known to stand
in it: six cells of a task, two of a section's row; of a plan its head, legal bases, items and targets. A cell is right
only where it is equal, after line ends have become blanks. _Flagged_ are the rows that the reader itself wants looked
at; a wrong row without a flag is the worst that can happen. Documents named “drawn” are the same rows printed by a
program of our own, without some or all rules, or as a picture with an invisible text layer, since no such files are at
hand.

Times are processor time, the least of several readings in one process, on a machine with two slow cores; other
programs' times are of the same run (\`pdftotext\` with its start as a process, since it has no other way; it gives
lines, no cells). On another machine they differ; the ratios less so.

Asked for: all cells of ruled PDFs, of Word, Excel and HTML; 98 % of the annex as text; 80 % of text laid out with
blanks; 95 % of PDFs without rules and of scans with a text layer; of plans 95 %. Nothing is asked of a text whose cells
a PDF viewer has shuffled (\`text-plain\`), but that every row be flagged. A file in a TCVN3 font without capitals
(\`tcvn3-font\`) cannot tell "Ủy" from "ủy": names and beginnings of sentences get their capitals back, so that it
differs where the original has a small letter by mistake.

${formatTable(all)}
${formatStrangersSection(strangers)}`;
}
