/**
 * VNI-Windows: a letter followed by a mark that is itself a letter of Windows-1252, shown through fonts named
 * `VNI-…`. 134 entries; read greedily, two characters before one.
 */
const TONES = { á: 'ù', à: 'ø', ả: 'û', ã: 'õ', ạ: 'ï' };
const CIRCUMFLEX = { â: 'â', ấ: 'á', ầ: 'à', ẩ: 'å', ẫ: 'ã', ậ: 'ä' };
const BREVE = { ă: 'ê', ắ: 'é', ằ: 'è', ẳ: 'ú', ẵ: 'ü', ặ: 'ë' };

/** Base letter as stored → the letters it makes with each row of marks, in the rows' order. */
const FAMILIES: [base: string, letters: string, marks: string][] = [
  ['a', 'áàảãạ', Object.values(TONES).join('')],
  ['e', 'éèẻẽẹ', Object.values(TONES).join('')],
  ['o', 'óòỏõọ', Object.values(TONES).join('')],
  ['u', 'úùủũụ', Object.values(TONES).join('')],
  ['y', 'ýỳỷỹ', 'ùøûõ'],
  ['a', 'âấầẩẫậ', Object.values(CIRCUMFLEX).join('')],
  ['e', 'êếềểễệ', Object.values(CIRCUMFLEX).join('')],
  ['o', 'ôốồổỗộ', Object.values(CIRCUMFLEX).join('')],
  ['a', 'ăắằẳẵặ', Object.values(BREVE).join('')],
  ['ô', 'ớờởỡợ', Object.values(TONES).join('')],
  ['ö', 'ứừửữự', Object.values(TONES).join('')],
];

/** Letters of one character. */
const SINGLES: [stored: string, letter: string][] = [
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['ñ', 'đ'],
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
];

const SMALL_PAIRS: [string, string][] = [
  ...FAMILIES.flatMap(([base, letters, marks]) =>
    [...letters].map((letter, index): [string, string] => [base + marks[index]!, letter]),
  ),
  ...SINGLES,
];
const ALL_PAIRS = SMALL_PAIRS.flatMap(([stored, letter]): [string, string][] => [
  [stored, letter],
  [stored.toUpperCase(), letter.toUpperCase()],
]);

/** From one or two characters stored in the file to the letter meant. */
export const VNI_TO_UNICODE: ReadonlyMap<string, string> = new Map(ALL_PAIRS);

export const UNICODE_TO_VNI: ReadonlyMap<string, string> = new Map(
  ALL_PAIRS.map(([stored, letter]) => [letter, stored]),
);
