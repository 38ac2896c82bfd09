import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../src/pages');
const pages = readdirSync(folder).filter((name) => /\.(html|ejs)$/.test(name));

/** directive → sources */
function policyOf(page: string): Map<string, string[]> {
  const html = readFileSync(join(folder, page), 'utf8');
  const content = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1] ?? '';
  return new Map(
    content.split(';').map((part) => {
      const [directive = '', ...sources] = part.trim().split(/\s+/);
      return [directive, sources];
    }),
  );
}

describe.each(pages)('the content security policy of %s', (page) => {
  const policy = policyOf(page);

  it('forbids what it does not name', () => {
    expect(policy.get('default-src')).toEqual(["'none'"]);
  });
  it('lets in nothing but the own origin', () => {
    const allowed = new Set(["'none'", "'self'", "'unsafe-inline'", 'data:', 'blob:']);
    expect([...policy.values()].flat().filter((source) => !allowed.has(source))).toEqual([]);
  });
  it('runs no inline and no evaluated script', () => {
    expect(policy.get('script-src') ?? ["'self'"]).toEqual(["'self'"]);
  });
  it('has no address of another origin in the page', () => {
    expect(readFileSync(join(folder, page), 'utf8')).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});
