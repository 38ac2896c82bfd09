/** Words of a problem: what happened, and the next step. Templates as in `fillTemplate`. */
export type ProblemMessage = { what: string; next: string };

export type MessageParams = Readonly<Record<string, string | number>>;

const OPTIONAL_PART = /\[\[(.*?)\]\]/g;
const PARAM = /\{([\w-]+)\}/g;

function hasParam(params: MessageParams, name: string): boolean {
  return params[name] !== undefined && params[name] !== '';
}

function fillParams(template: string, params: MessageParams): string {
  return template.replace(PARAM, (whole, name: string) =>
    hasParam(params, name) ? String(params[name]) : whole,
  );
}

/**
 * Puts the figures in place of `{name}`; a part in `[[…]]` is left out where one of its figures is not known or ''.
 * A figure that is missing outside of such a part stays visible as `{name}`.
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
