/** Help for one screen: what to do, step by step, and the keys that work there. */
export type HelpPage = { steps: readonly string[]; keys: readonly (readonly [keys: string, does: string])[] };
