/** Words of a problem: what happened, and the next step. Templates as in `fillTemplate`. */
export type ProblemMessage = { what: string; next: string };

export type MessageParams = Readonly<Record<string, string | number>>;

const OPTIONAL_PART = /\[\[(.*?)\]\]/g;
const PARAM = /\{([\w-]+)\}/g;

function hasParam(figures: MessageParams, name: string): boolean {
  return figures[name] !== undefined && figures[name] !== '';
}

function fillParams(template: string, figures: MessageParams): string {
  return template.replace(PARAM, (whole, name: string) =>
    hasParam(figures, name) ? String(figures[name]) : whole,
  );
}

/**
 * Puts the figures in place of `{name}`; a part in `[[…]]` is left out where one of its figures is not known or ''.
 * A figure that is missing outside of such a part stays visible as `{name}`.
 */
export function fillTemplate(template: string, figures: MessageParams = {}): string {
  return fillParams(
    template.replace(OPTIONAL_PART, (_, part: string) =>
      [...part.matchAll(PARAM)].every(([, name = '']) => hasParam(figures, name))
        ? fillParams(part, figures)
        : '',
    ),
    figures,
  );
}

/** Names of the figures that a template asks for, sorted, each once. */
export function listTemplateParams(template: string): string[] {
  return [...new Set([...template.matchAll(PARAM)].map(([, name = '']) => name))].sort();
}
