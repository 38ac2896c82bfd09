/** Words of a problem: what happened, and the next step. Templates as in `fillTemplate`. */
export type ProblemMessage = { what: string; next: string };

export type MessageParams = Readonly<Record<string, string | number>>;

const OPTIONAL_PART = /\[\[(.*?)\]\]/g;
const PARAM = /\{([\w-]+)\}/g;

function hasParam(params: MessageParams, name: string): boolean {
  return params[name] !== undefined && params[name] !== '';
}

/** Stands for a figure that is known to be empty, until what surrounds it is taken out with it. */
const EMPTY = '\u0000';
/** Quotes and brackets around nothing, and the sign that leads to it. */
const AROUND_EMPTY = new RegExp(
  `[“"(\\[]\\s*${EMPTY}\\s*[”")\\]]|\\s*[:,;–—→·/]\\s*${EMPTY}|${EMPTY}\\s*${EMPTY}|^${EMPTY}\\s*[:,;–—→·.)]+\\s*`,
  'gu',
);

/** Takes out empty figures with the quotes, brackets and signs that would be left standing around nothing. */
function removeEmptyParams(text: string): string {
  let before = text;
  let after = text.replace(AROUND_EMPTY, EMPTY);
  while (after !== before) {
    before = after;
    after = before.replace(AROUND_EMPTY, EMPTY);
  }
  return after
    .replace(new RegExp(`([“"(\\[])${EMPTY}\\s*`, 'gu'), '$1')
    .replace(new RegExp(`\\s*${EMPTY}`, 'gu'), '')
    .trim();
}

function fillParams(template: string, params: MessageParams): string {
  const emptied = template.replace(PARAM, (whole, name: string) => (params[name] === '' ? EMPTY : whole));
  const kept = emptied === template ? template : removeEmptyParams(emptied);
  return kept.replace(PARAM, (whole, name: string) =>
    hasParam(params, name) ? String(params[name]) : whole,
  );
}

/**
 * Puts the figures in place of `{name}`; a part in `[[…]]` is left out where one of its figures is not known or ''.
 * Outside of such a part an empty figure goes with its quotes, brackets and the sign before it, and one that is missing
 * stays visible as `{name}`.
 */
export function fillTemplate(template: string, params: MessageParams = {}): string {
  return fillParams(
    template.replace(OPTIONAL_PART, (_, part: string) =>
      [...part.matchAll(PARAM)].every(([, name = '']) => hasParam(params, name))
        ? fillParams(part, params)
        : '',
    ),
    params,
  );
}

/** Names of the figures that a template asks for, sorted, each once. */
export function listTemplateParams(template: string): string[] {
  return [...new Set([...template.matchAll(PARAM)].map(([, name = '']) => name))].sort();
}
