/** Ids as Excel writes them: "{00000000-0001-0000-0000-000000000000}". */
export const GUID_PATTERN = /^\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i;
