import { DOCUMENT_LABELS } from './labels/document-labels';

/** Formats the agency of a letterhead: a gap where nobody has said whose paper it is, never another's name. */
export function formatAgency(name: string): string {
  return name.trim() === '' ? DOCUMENT_LABELS.agencyGap : name.toLocaleUpperCase('vi');
}

export const isAgencyGap = (agency: string): boolean => agency === DOCUMENT_LABELS.agencyGap;

/** Creates the agency's part of a letterhead, marked where it is to be filled in. */
export function createAgencyPart(name: string): { agency: string; agencyGap?: true } {
  const agency = formatAgency(name);
  return { agency, ...(isAgencyGap(agency) && { agencyGap: true }) };
}
