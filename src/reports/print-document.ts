import type { PrintSettings } from './print-settings';

/** A part of a paragraph. A gap is for the officer's own text and is highlighted. */
export type DocumentRun = { text: string; bold?: true; italic?: true; gap?: true };

export type DocumentColumn = {
  header: string;
  /** Part of the table's width; the parts need not sum to anything. */
  weight: number;
  align?: 'left' | 'center';
};

export type DocumentTableRow = { kind: 'cells'; cells: string[] } | { kind: 'across'; text: string };

/** One thing after another on a paper, without any layout of its own. */
export type DocumentBlock =
  | {
      kind: 'letterhead';
      superior: string;
      agency: string;
      /** The agency is not known: what stands in its place is to be filled in. */
      agencyGap?: true;
      nationalTitle: string;
      motto: string;
      /** "Số: …/BC-…"; '' for none. */
      number: string;
      placeAndDate: string;
    }
  /** A centred line of the head; `rule` draws one below, a third to a half as long as the text. */
  | { kind: 'line'; role: 'label' | 'title' | 'subject' | 'reference'; text: string; rule?: true }
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; runs: DocumentRun[] }
  | { kind: 'table'; columns: DocumentColumn[]; rows: DocumentTableRow[] }
  | { kind: 'closing'; recipients: string[]; signature: DocumentRun[] };

/** A paper as data: what Word, a sheet or a test makes of it is theirs. */
export type PrintDocument = {
  /** Name of the document for its properties. */
  title: string;
  author: string;
  language: 'vi-VN';
  orientation: 'portrait' | 'landscape';
  settings: Pick<PrintSettings, 'margins' | 'fontSize'>;
  blocks: DocumentBlock[];
};
