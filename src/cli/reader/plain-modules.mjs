/**
 * A loader for a reading thread: packages come as they are. The loader of TypeScript would rewrite pdf.js, which takes
 * a second and 300 MB.
 */
import { readFile } from 'node:fs/promises';

export async function load(url, context, next) {
  if (!/\/node_modules\/.*\.mjs$/.test(url)) return next(url, context);
  return { format: 'module', source: await readFile(new URL(url)), shortCircuit: true };
}
