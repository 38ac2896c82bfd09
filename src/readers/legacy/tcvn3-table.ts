/**
 * TCVN3 (ABC): one byte a letter, shown through fonts named `.Vn…`. Source: TCVN 5712:1993 VN1, the same 74
 * letters as glibc's TCVN5712-1. There are no toned capitals: fonts whose name ends in "H" draw small letters as
 * capitals. Note that `ư` is U+00AD, the soft hyphen: convert before anything removes soft hyphens.
 */
const LETTERS = 'àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ';
const BYTES =
  '\xb5\xb8\xb6\xb7\xb9\xa8\xbb\xbe\xbc\xbd\xc6\xa9\xc7\xca\xc8\xc9\xcb\xae\xcc\xd0\xce\xcf\xd1\xaa\xd2\xd5\xd3' +
  '\xd4\xd6\xd7\xdd\xd8\xdc\xde\xdf\xe3\xe1\xe2\xe4\xab\xe5\xe8\xe6\xe7\xe9\xac\xea\xed\xeb\xec\xee\xef\xf3\xf1' +
  '\xf2\xf4\xad\xf5\xf8\xf6\xf7\xf9\xfa\xfd\xfb\xfc\xfe\xa1\xa2\xa7\xa3\xa4\xa5\xa6';

/** From the character stored in the file to the letter meant. */
export const TCVN3_TO_UNICODE: ReadonlyMap<string, string> = new Map(
  [...BYTES].map((byte, index) => [byte, LETTERS[index]!]),
);

/** The reverse mapping; toned capitals have no entry. */
export const UNICODE_TO_TCVN3: ReadonlyMap<string, string> = new Map(
  [...LETTERS].map((letter, index) => [letter, BYTES[index]!]),
);
