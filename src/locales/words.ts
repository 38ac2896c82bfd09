/** Words of a problem: what happened, and the next step. Templates as in `fillTemplate`. */
export type ProblemWords = { what: string; next: string };

export type Figures = Readonly<Record<string, string | number>>;

const OPTIONAL_PART = /\[\[(.*?)\]\]/g;
const FIGURE = /\{([\w-]+)\}/g;

function isKnown(figures: Figures, name: string): boolean {
  return figures[name] !== undefined && figures[name] !== '';
}

function fill(template: string, figures: Figures): string {
  return template.replace(FIGURE, (whole, name: string) =>
    isKnown(figures, name) ? String(figures[name]) : whole,
  );
}

/**
 * Puts the figures in place of `{name}`; a part in `[[…]]` is left out where one of its figures is not known or ''.
 * A figure that is missing outside of such a part stays visible as `{name}`.
 */
export function fillTemplate(template: string, figures: Figures = {}): string {
  return fill(
    template.replace(OPTIONAL_PART, (_, part: string) =>
      [...part.matchAll(FIGURE)].every(([, name = '']) => isKnown(figures, name)) ? fill(part, figures) : '',
    ),
    figures,
  );
}

/** Names of the figures that a template asks for, sorted, each once. */
export function figuresOf(template: string): string[] {
  return [...new Set([...template.matchAll(FIGURE)].map(([, name = '']) => name))].sort();
}
