const TITLE_ROWS = 3;
const TILE_ROWS = 3;
const GAP_ROWS = 1;

export type BandRows = { header: number; first: number; rest: number };
export type PageRows = {
  about: number;
  /** Of a page that has a second line; else the gap below the first. */
  secondLine: number;
  tiles: number;
  bands: BandRows[];
  note: number;
  /** First row below the page. */
  end: number;
};

/** Computes the 0-based rows of a page. Each band has a header, its lines and a line for the rest. */
export function computePageRows({
  hasSecondLine,
  bands,
}: {
  hasSecondLine: boolean;
  bands: readonly { lines: number }[];
}): PageRows {
  const tiles = TITLE_ROWS + (hasSecondLine ? 1 : 0) + GAP_ROWS;
  let row = tiles + TILE_ROWS + GAP_ROWS;
  const placed = bands.map(({ lines }): BandRows => {
    const at = { header: row, first: row + 1, rest: row + 1 + lines };
    row = at.rest + 1 + GAP_ROWS;
    return at;
  });
  const note = row - GAP_ROWS;
  return { about: TITLE_ROWS - 1, secondLine: TITLE_ROWS, tiles, bands: placed, note, end: note + 1 };
}
