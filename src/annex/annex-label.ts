const NUMBERED_LABEL =
  /^(phụ\s*lục\s*(?:số\s*)?([IVXLC]+|\d{1,3}|[A-Z])(?![\p{L}\p{M}\d]))(?!\s*\/)[\s.:–-]*(.*)$/isu;
const BARE_LABEL = /^(phụ\s*lục)(?=$|[\s.:–-])[\s.:–-]*(.*)$/isu;

/** "Phụ lục II. Nhiệm vụ …" in its parts; each '' where there is none. */
type LabelledTitle = { label: string; number: string; title: string };

/** Splits the label of an annex off its title; without a number "Phụ lục" says nothing that a title needs. */
export function splitAnnexLabel(title: string): LabelledTitle {
  const numbered = NUMBERED_LABEL.exec(title);
  if (numbered) return { label: numbered[1] ?? '', number: numbered[2] ?? '', title: numbered[3] ?? '' };
  return { label: '', number: '', title: BARE_LABEL.exec(title)?.[2] ?? title };
}

/** Formats a title for a sentence that says "Phụ lục" before it: "II. Nhiệm vụ trọng tâm". */
export function formatAnnexTitle(title: string): string {
  const { number, title: own } = splitAnnexLabel(title);
  return [number && `${number}.`, own].filter((part) => part !== '').join(' ');
}
