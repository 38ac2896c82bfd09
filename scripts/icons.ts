/** Draws assets/icon-*.png from assets/icon.svg and the ribbon's icons from assets/ribbon/*.svg. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { launchBrowser } from '../test/support/browser/launch-browser';

const APP_SIZES = [16, 32, 64, 80];
const RIBBON_SIZES = [16, 32, 80];

const ASSETS = join(import.meta.dirname, '..', 'assets');
const RIBBON = join(ASSETS, 'ribbon');
const JOBS = [
  ...APP_SIZES.map((size) => ({
    svg: join(ASSETS, 'icon.svg'),
    png: join(ASSETS, `icon-${size}.png`),
    size,
  })),
  ...readdirSync(RIBBON)
    .filter((name) => name.endsWith('.svg'))
    .flatMap((name) =>
      RIBBON_SIZES.map((size) => ({
        svg: join(RIBBON, name),
        png: join(RIBBON, `${basename(name, '.svg')}-${size}.png`),
        size,
      })),
    ),
];

const browser = await launchBrowser();
const page = await browser.newPage();
for (const { svg, png, size } of JOBS) {
  await page.setViewportSize({ width: size, height: size });
  const source = Buffer.from(readFileSync(svg)).toString('base64');
  await page.setContent(
    `<body style="margin:0"><img width="${size}" height="${size}" style="display:block" src="data:image/svg+xml;base64,${source}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  writeFileSync(png, await page.screenshot({ omitBackground: true }));
}
await browser.close();
console.log(`${JOBS.length} icons drawn`);
