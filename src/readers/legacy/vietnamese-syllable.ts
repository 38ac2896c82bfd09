/**
 * The parts of Vietnamese syllables as the orthography allows them (a rhyme closed by a stop takes only the sharp or
 * the heavy tone). Used to distinguish legacy encodings from Unicode and to notice broken words, never to correct any.
 */
const ONSETS = ['ngh', 'ng', 'gh', 'gi', 'kh', 'nh', 'ph', 'qu', 'th', 'tr', 'ch', ...'bcdđghklmnprstvx', ''];

const RHYMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây ' +
    'e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu ' +
    'o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc ' +
    'oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt ' +
    'u ua uâc uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uynh ' +
    'uyn uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ' +
    'y ych yêm yên yêng yêt yêu ym yn ynh yt'
  ).split(' '),
);

const TONE_MARKS = /[\u0300\u0301\u0303\u0309\u0323]/g;
const STOP_ENDING = /(?:c|ch|p|t)$/;
const SHARP_OR_HEAVY_TONE = /[\u0301\u0323]/;

/** Returns true if a word (letters only, any case, precomposed or not) is a Vietnamese syllable. */
export function isVietnameseSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONE_MARKS) ?? [];
  if (tones.length > 1) return false;
  const bare = parts.replace(TONE_MARKS, '').normalize('NFC');
  return ONSETS.some((onset) => {
    if (!bare.startsWith(onset)) return false;
    const rhyme = bare.slice(onset.length);
    // "gì", "gìn": the i of "gi" is the vowel itself.
    if (!RHYMES.has(rhyme)) return false;
    if (onset === '' && rhyme.length === 1 && 'ăâ'.includes(rhyme)) return false;
    return !STOP_ENDING.test(rhyme) || tones.some((tone) => SHARP_OR_HEAVY_TONE.test(tone));
  });
}
