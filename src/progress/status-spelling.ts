/** Words of a status as clerks shorten and misspell them, and what they stand for. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // Faces and their like: their signs are no punctuation.
  [/[:;=]['-]?[)(]+|:-?[DPp](?!\p{L})|\^[_-]?\^|<3/gu, ' '],
  // Letters that are held down: "xonggg".
  [/(\p{L})\1{2,}/gu, '$1'],
  [/\b(\d+(?:[.,]\d+)?)\s*(?:phần trăm|phan tram|pt)(?!\p{L})/giu, '$1%'],
  // "h.thành", "h/thành", "hthành", "h. thành".
  [/(?<!\p{L})h\s?[./-]?\s?th?(?:à|a|á)nh(?!\p{L})/giu, 'hoàn thành'],
  [/(?<!\p{L})t\s?[./-]\s?h(?:iện|ien)(?!\p{L})/giu, 'thực hiện'],
  [/(?<!\p{L})h\s?[./-]\s?t(?:ất|at)(?!\p{L})/giu, 'hoàn tất'],
  [/(?<!\p{L})đht(?!\p{L})/giu, 'đã ht'],
  // Typed by Telex without its being switched on.
  [/(?<!\p{L})dd?ax(?!\p{L})/giu, 'đã'],
  [/(?<!\p{L})h?oanf? ?thanhf(?!\p{L})|(?<!\p{L})hoanf ?thanh(?!\p{L})/giu, 'hoàn thành'],
  [/(?<!\p{L})ch[uw]*wa(?!\p{L})/giu, 'chưa'],
  [/(?<!\p{L})khoong(?!\p{L})/giu, 'không'],
  // x and s are one sound in the North.
  [/(?<=(?<!\p{L})(?:đã|da|dã|làm|lam|hiện|hien|khai|chưa|gần|sắp) )song(?!\p{L})/giu, 'xong'],
  [/^song(?=$|[.!,]| (?:rồi|roi|hết|het))/giu, 'xong'],
  [/(?<!\p{L})xog(?!\p{L})/giu, 'xong'],
  [/(?<!\p{L})khó mà(?!\p{L})/giu, 'khó'],
  // "cả 3 đợt", "đủ 12 lớp": all of it.
  [
    /(?<!\p{L})(?:cả|ca|đủ|du|hết|het|tất cả|toàn bộ)\s+\d+\s+(?:đợt|phần|bước|giai đoạn|nội dung|lớp|tổ|khối|mục|việc|nhiệm vụ|kỳ|lần|dot|phan|buoc|noi dung|lop)(?!\p{L})/giu,
    '100%',
  ],
  // A point behind one or two letters ends no sentence: "K. hoàn thành".
  [/(?<!\p{L})(\p{L}{1,2})\.(?=\s*\p{Ll})/gu, '$1 '],
];

const COMPLETION_WORD = 'hoan thanh';
/** Two words that may be "hoàn thành" with a typo; "hoàn thiện" and "toàn thành phố" are not. */
const LIKE_COMPLETION = /(?<!\p{L})(h\p{L}{2,4}\s?t\p{L}{2,5})(?!\p{L})/giu;

const removeMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd').toLowerCase();

/** Whether one edit makes one text the other: a letter left out, put in, replaced, or two exchanged. */
function isOneEditApart(written: string, meant: string): boolean {
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

/** Writes out what clerks shorten, and corrects typos in the word that decides: "H.thành", "hoàn thàh", "xonggg". */
export function normalizeStatusSpelling(text: string): string {
  const written = SPELLINGS.reduce((done, [pattern, word]) => done.replace(pattern, word), text);
  return written.replace(LIKE_COMPLETION, (word) =>
    isOneEditApart(removeMarks(word), COMPLETION_WORD) ? 'hoàn thành' : word,
  );
}
