/** Returns the first family of a CSS font list, without quotes. */
function getFirstFamily(families: string): string | undefined {
  return (
    families
      .split(',')[0]
      ?.replace(/&quot;|["']/g, '')
      .trim() || undefined
  );
}

/** Returns the font that a `style` attribute or a rule's body names. */
export function getStyleFont(style: string | undefined): string | undefined {
  const family = /(?:^|[;\s])font-family\s*:\s*([^;]+)/i.exec(style ?? '')?.[1];
  return family === undefined ? undefined : getFirstFamily(family);
}

export function getFaceFont(face: string | undefined): string | undefined {
  return face === undefined ? undefined : getFirstFamily(face);
}

/** Returns true if a `style` attribute hides its element (Excel's filtered rows, Word's hidden text). */
export function isHiddenStyle(style: string | undefined): boolean {
  return /(?:^|[;\s])(?:display\s*:\s*none|mso-hide\s*:\s*all)/i.test(style ?? '');
}

/**
 * Reads the fonts by selector from the style sheet that Office puts into its HTML: `td`, `.xl65`, `p.MsoNormal`. Only
 * simple selectors are read; no others have fonts there.
 */
export function parseFontRules(sheet: string): Map<string, string> {
  const rules = new Map<string, string>();
  const plain = sheet.replace(/\/\*[^]*?\*\/|<!--|-->/g, ' ');
  for (const [, selectors, body] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const font = getStyleFont(body);
    if (!font) continue;
    for (const selector of selectors!.split(',')) {
      const name = selector.trim().toLowerCase();
      if (/^[\w-]*(?:\.[\w-]+)?$/.test(name)) rules.set(name, font);
    }
  }
  return rules;
}

/** Returns the font that the rules give an element by its class or its name. */
export function findRuleFont(
  rules: ReadonlyMap<string, string>,
  tag: string,
  classes: string | undefined,
): string | undefined {
  for (const name of (classes ?? '').toLowerCase().split(/\s+/).filter(Boolean)) {
    const font = rules.get(`${tag}.${name}`) ?? rules.get(`.${name}`);
    if (font) return font;
  }
  return rules.get(tag);
}
