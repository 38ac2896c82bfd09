import type { BenchDocument } from './documents';
import type { Measurement } from './measure';

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

/** The table, as Markdown that can also be read as it is. */
export function formatTable(all: readonly Measurement[]): string {
  const rows = all.map(formatCells);
  const widths = HEADERS.map((head, index) =>
    Math.max(head.length, ...rows.map((cells) => cells[index]!.length)),
  );
  return [
    formatRow(HEADERS, widths),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...rows.map((cells) => formatRow(cells, widths)),
  ].join('\n');
}

/** The page kept in docs/. */
export function formatPage(source: string, all: readonly Measurement[]): string {
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
`;
}
