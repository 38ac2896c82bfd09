/** Names of the workbook by which the sheet is found again: its table, and what it was made of. */
export const PRINT_NAMES = { table: 'BI_BanIn', mark: 'BI_DauVet' } as const;
