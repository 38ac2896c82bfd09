export const OFFICE_FILES: readonly string[];
