/** Draws assets/icon-*.png from assets/icon.svg and the ribbon's icons from assets/ribbon/*.svg. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { launchBrowser } from './browser';

const APP_SIZES = [16, 32, 64, 80];
const RIBBON_SIZES = [16, 32, 80];

const assets = join(import.meta.dirname, '..', 'assets');
const ribbon = join(assets, 'ribbon');
const jobs = [
  ...APP_SIZES.map((size) => ({
    svg: join(assets, 'icon.svg'),
    png: join(assets, `icon-${size}.png`),
    size,
  })),
  ...readdirSync(ribbon)
    .filter((name) => name.endsWith('.svg'))
    .flatMap((name) =>
      RIBBON_SIZES.map((size) => ({
        svg: join(ribbon, name),
        png: join(ribbon, `${basename(name, '.svg')}-${size}.png`),
        size,
      })),
    ),
];

const browser = await launchBrowser();
const page = await browser.newPage();
for (const { svg, png, size } of jobs) {
  await page.setViewportSize({ width: size, height: size });
  const source = Buffer.from(readFileSync(svg)).toString('base64');
  await page.setContent(
    `<body style="margin:0"><img width="${size}" height="${size}" style="display:block" src="data:image/svg+xml;base64,${source}">`,
  );
  await page.locator('img').evaluate((image: HTMLImageElement) => image.decode());
  writeFileSync(png, await page.screenshot({ omitBackground: true }));
}
await browser.close();
console.log(`${jobs.length} icons drawn`);
