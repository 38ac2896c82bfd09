/** What a paragraph of a plan begins with. */
export type Mark =
  | { kind: 'roman'; label: string; rest: string }
  | { kind: 'number'; label: string; rest: string }
  | { kind: 'nested'; label: string; rest: string }
  | { kind: 'star'; rest: string }
  | { kind: 'bullet'; rest: string };

const roman = /^((?:X{0,3})(?:IX|IV|V?I{0,3}))[.)]\s+(?=\S)(.+)$/s;
const nested = /^(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s+(?=\S)(.+)$/s;
const number = /^(\d{1,2})[.)]\s+(?=["“(]?[\p{Lu}\d])(.+)$/su;
const star = /^\*\s+(.+)$/s;
const bullet = /^[-–+•]\s+(.+)$/s;

export function markOf(text: string): Mark | null {
  const asRoman = roman.exec(text);
  if (asRoman?.[1]) return { kind: 'roman', label: asRoman[1], rest: asRoman[2]! };
  const asNested = nested.exec(text);
  if (asNested) return { kind: 'nested', label: asNested[1]!, rest: asNested[2]! };
  const asNumber = number.exec(text);
  if (asNumber) return { kind: 'number', label: asNumber[1]!, rest: asNumber[2]! };
  const asStar = star.exec(text);
  if (asStar) return { kind: 'star', rest: asStar[1]! };
  const asBullet = bullet.exec(text);
  return asBullet ? { kind: 'bullet', rest: asBullet[1]! } : null;
}

/** How the paragraph on a legal basis begins. */
export const basisStart =
  /^(?:căn cứ|xét|theo đề nghị|(?:thực hiện|triển khai|tiếp tục thực hiện|theo)\s+(?:các\s+)?(?:kế hoạch|quyết định|nghị quyết|công văn|chương trình|luật|nghị định|thông tư|chỉ thị|kết luận|đề án|văn bản|hướng dẫn|thông báo|quy định))(?:\s|$)/iu;

/** How a plan ends: its closing sentence, the recipients, the signature. */
export const closingStart = /^(?:trên đây là|trên cơ sở kế hoạch này|nơi nhận)(?=[\s:]|$)/iu;
