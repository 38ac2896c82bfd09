/** Returns "IV. Cải cách tổ chức bộ máy", or the title alone where the section has no number. */
export function formatSectionLabel(section: string, title: string): string {
  return section === '' ? title : title === '' ? `${section}.` : `${section}. ${title}`;
}

const SECTION_PREFIX = /^([\p{L}\d]{1,12})\.(?:\s+|$)/u;

/**
 * Reads the number and the title of a section from its label ("IV. Cải cách …"). A number is read only if the label
 * built from both parts is the same text again, so that a comparison with the label finds the cell.
 */
export function parseSectionLabel(label: string): { section: string; title: string } {
  const section = SECTION_PREFIX.exec(label)?.[1] ?? '';
  const title = section === '' ? label : label.slice(section.length + 1).trimStart();
  return formatSectionLabel(section, title) === label ? { section, title } : { section: '', title: label };
}
