import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../src/pages');
const PAGES = readdirSync(FOLDER).filter((name) => /\.(html|ejs)$/.test(name));

/** directive → sources */
function readPolicy(page: string): Map<string, string[]> {
  const html = readFileSync(join(FOLDER, page), 'utf8');
  const content = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';
  return new Map(
    content.split(';').map((part) => {
      const [directive = '', ...sources] = part.trim().split(/\s+/);
      return [directive, sources];
    }),
  );
}

describe.each(PAGES)('the content security policy of %s', (page) => {
  const policy = readPolicy(page);

  it('forbids what it does not name', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
  });
  it('lets in nothing but the own origin', () => {
    const allowed = new Set(["'none'", "'self'", "'unsafe-inline'", "'wasm-unsafe-eval'", 'data:', 'blob:']);
    expect([...policy.values()].flat().filter((source) => !allowed.has(source))).toEqual([]);
  });
  it('runs no inline and no evaluated script', () => {
    // The decoders of pictures in PDF files are WebAssembly, which comes with the program's own scripts.
    const sources = (policy.get('script-src') ?? ["'self'"]).filter((one) => one !== "'wasm-unsafe-eval'");
    expect(sources).toEqual(["'self'"]);
  });
  it('has no address of another origin in the page', () => {
    expect(readFileSync(join(FOLDER, page), 'utf8')).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
