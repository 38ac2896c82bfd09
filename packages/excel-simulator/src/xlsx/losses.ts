/**
 * Names what opening a file could not keep: a code, and where it happened. Messages for people are made elsewhere,
 * from the code before the colon.
 */
export type LossCode =
  | 'array-formula-area'
  | 'conditional-format-kind'
  | 'data-table-formula'
  | 'digital-signature'
  | 'filter-kind'
  | 'font-effects'
  | 'gradient-fill'
  | 'macro-name'
  | 'missing-text'
  | 'named-cell-styles'
  | 'pattern-fill'
  | 'reading-order'
  | 'rich-values'
  | 'split-panes';

export class Losses {
  private readonly found = new Map<string, number>();

  /** @param place name of a sheet; '' for the workbook */
  add(code: LossCode, place = ''): void {
    const key = place ? `${code}: ${place}` : code;
    this.found.set(key, (this.found.get(key) ?? 0) + 1);
  }

  list(): string[] {
    return [...this.found.keys()];
  }
}
