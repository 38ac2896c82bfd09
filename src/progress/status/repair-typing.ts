import { removeMarks } from '../../shared/text';
import { isStatusWord } from './lexicon';

/** Repairs words that a keyboard has spoilt: typed by Telex or VNI without its being on, or with one wrong key. */

const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnpqrstvx])?';
const RIME = [
  'a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|ech|em|en|eng|enh|eo|ep|et|eu|i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu',
  'im|in|inh|ip|it|iu|o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oap|oat|oay|oc|oe|oen|oeo|oet|oi|om|on|ong|op|ot|ooc|oong',
  'u|ua|uac|uan|uang|uat|uay|uc|ue|uech|uenh|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|uou|up|ut|uu|uy|uya|uych|uyen|uyet',
  'uynh|uyt|uyu|uc|uao|uai|uat|uo|y|yem|yen|yet|yeu|ynh|y',
].join('|');
const SYLLABLE = new RegExp(`^${ONSET}(?:${RIME})$`);

/** Returns a word in small letters without marks. */
export const toPlainWord = (word: string): string => removeMarks(word).toLowerCase();

/** Words shorter than this have too many neighbours to be guessed. */
const MIN_TYPO_LENGTH = 3;
/** Words that decide, by their keys; only these are guessed. */
const DECIDING_WORDS: Readonly<Record<string, string>> = {
  xong: 'xong',
  hoan: 'hoàn',
  thanh: 'thành',
  khong: 'không',
  chua: 'chưa',
  dang: 'đang',
  thuc: 'thực',
  hien: 'hiện',
  duoc: 'được',
  trien: 'triển',
  khai: 'khai',
};

/** Whether one edit makes one text the other: a letter left out, put in, replaced, or two exchanged. */
export function isOneEditApart(written: string, meant: string): boolean {
  let from = 0;
  while (from < written.length && written[from] === meant[from]) from += 1;
  const [restWritten, restMeant] = [written.slice(from), meant.slice(from)];
  return (
    restWritten.slice(1) === restMeant.slice(1) ||
    restWritten.slice(1) === restMeant ||
    restWritten === restMeant.slice(1) ||
    (restWritten[0] === restMeant[1] &&
      restWritten[1] === restMeant[0] &&
      restWritten.slice(2) === restMeant.slice(2))
  );
}

/** Reads the keys of Telex: "ddax" is "da", "hoanf" is "hoan". */
function readTelex(word: string): string {
  return word
    .replace(/dd/g, 'd')
    .replace(/d(.*)d$/, 'd$1')
    .replace(/(aa|ee|oo)/g, (pair) => pair[0]!)
    .replace(/([aou])w/g, '$1')
    .replace(/^w|(?<=[^aou])w/g, 'u')
    .replace(/(?<=[aeiouy][a-z]*)[sfrxj](?=[a-z]*$)/, '');
}

/** Reads the keys of VNI: "d9a4" is "da", "hoa2n" is "hoan". */
const readVni = (word: string): string => word.replace(/(?<=[a-z])[1-9]/g, '');

function repairWord(word: string): string {
  const plain = toPlainWord(word);
  if (SYLLABLE.test(plain) || isStatusWord(plain)) return word;
  if (/^[a-z]+$/.test(plain) && plain === word.toLowerCase()) {
    const decoded = readTelex(plain);
    if (decoded !== plain && SYLLABLE.test(decoded) && isStatusWord(decoded)) return decoded;
  }
  const single = word.replace(/([^aeiou])\1/giu, '$1');
  const plainSingle = toPlainWord(single);
  if (single !== word && SYLLABLE.test(plainSingle) && isStatusWord(plainSingle)) return single;
  if (plain.length < MIN_TYPO_LENGTH || !/^[a-z]+$/.test(plain)) return word;
  const meant = Object.keys(DECIDING_WORDS).filter((key) => isOneEditApart(plain, key));
  return meant.length === 1 ? DECIDING_WORDS[meant[0]!]! : word;
}

/** Words of VNI: letters with digits among them. */
const VNI_WORD = /(?<![\p{L}\d/.-])[a-z]+[1-9](?:[a-z]*[1-9])*[a-z]*(?![\p{L}\d/.-])/giu;
const WORD = /(?<![\p{L}\d])\p{L}+(?![\p{L}\d])/gu;

function repairVniWord(word: string): string {
  const decoded = readVni(word.toLowerCase());
  return decoded.length > 1 && SYLLABLE.test(decoded) && isStatusWord(decoded) ? decoded : word;
}

/** Letters only in capitals are signs and names ("CSDL"), whatever they look like; a text all in capitals is not. */
const isSign = (word: string, text: string): boolean =>
  word.length > 1 && word === word.toUpperCase() && text !== text.toUpperCase();

/** Returns the text with spoilt words repaired where only one word can be meant. */
export function repairTyping(text: string): string {
  return text
    .replace(VNI_WORD, (word) => repairVniWord(word))
    .replace(WORD, (word) => (isSign(word, text) ? word : repairWord(word)));
}
