/**
 * VNI-Windows: a letter followed by a mark that is itself a letter of Windows-1252, shown through fonts named
 * `VNI-…`. 134 entries; read greedily, two characters before one.
 */
const tones = { á: 'ù', à: 'ø', ả: 'û', ã: 'õ', ạ: 'ï' };
const circumflex = { â: 'â', ấ: 'á', ầ: 'à', ẩ: 'å', ẫ: 'ã', ậ: 'ä' };
const breve = { ă: 'ê', ắ: 'é', ằ: 'è', ẳ: 'ú', ẵ: 'ü', ặ: 'ë' };

/** Base letter as stored → the letters it makes with each row of marks, in the rows' order. */
const families: [base: string, letters: string, marks: string][] = [
  ['a', 'áàảãạ', Object.values(tones).join('')],
  ['e', 'éèẻẽẹ', Object.values(tones).join('')],
  ['o', 'óòỏõọ', Object.values(tones).join('')],
  ['u', 'úùủũụ', Object.values(tones).join('')],
  ['y', 'ýỳỷỹ', 'ùøûõ'],
  ['a', 'âấầẩẫậ', Object.values(circumflex).join('')],
  ['e', 'êếềểễệ', Object.values(circumflex).join('')],
  ['o', 'ôốồổỗộ', Object.values(circumflex).join('')],
  ['a', 'ăắằẳẵặ', Object.values(breve).join('')],
  ['ô', 'ớờởỡợ', Object.values(tones).join('')],
  ['ö', 'ứừửữự', Object.values(tones).join('')],
];

/** Letters of one character. */
const singles: [stored: string, letter: string][] = [
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

const small: [string, string][] = [
  ...families.flatMap(([base, letters, marks]) =>
    [...letters].map((letter, index): [string, string] => [base + marks[index]!, letter]),
  ),
  ...singles,
];
const all = small.flatMap(([stored, letter]): [string, string][] => [
  [stored, letter],
  [stored.toUpperCase(), letter.toUpperCase()],
]);

/** From one or two characters stored in the file to the letter meant. */
export const vniToUnicode: ReadonlyMap<string, string> = new Map(all);

export const unicodeToVni: ReadonlyMap<string, string> = new Map(
  all.map(([stored, letter]) => [letter, stored]),
);
