import { createPaneTheme } from '../../src/taskpane/shell/create-pane-theme';

function channel(part: string): number {
  const value = parseInt(part, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
/** WCAG 2: relative luminance and contrast of two colours "#rrggbb". */
function luminance(color: string): number {
  const [red = '00', green = '00', blue = '00'] = color.match(/[0-9a-f]{2}/gi) ?? [];
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
}
function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Backgrounds and texts of Office's own themes. */
const OFFICE = {
  Colorful: { background: '#E6E6E6', text: '#262626' },
  'Dark Gray': { background: '#666666', text: '#FFFFFF' },
  Black: { background: '#262626', text: '#F0F0F0' },
  'Black, newer': { background: '#1F1F1F', text: '#FFFFFF' },
  White: { background: '#FFFFFF', text: '#262626' },
};

describe('the pane under the themes of Office', () => {
  it.each(Object.entries(OFFICE))('%s: texts and links read', (_, colors) => {
    const { palette } = createPaneTheme(colors, false);
    expect(contrast(palette.neutralPrimary, palette.white)).toBeGreaterThanOrEqual(7);
    expect(contrast(palette.neutralSecondary, palette.white)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.themePrimary, palette.white)).toBeGreaterThanOrEqual(4.5);
  });

  it('any grey behind it', () => {
    for (let grey = 0; grey < 256; grey += 1) {
      const background = `#${grey.toString(16).padStart(2, '0').repeat(3)}`;
      const { palette } = createPaneTheme({ background, text: '#000000' }, false);
      expect([background, contrast(palette.themePrimary, palette.white) >= 4.5]).toEqual([background, true]);
    }
  });

  it.each(Object.entries(OFFICE))('%s: what is disabled reads, the same on every button', (_, colors) => {
    const { semanticColors } = createPaneTheme(colors, false);
    const { buttonTextDisabled, buttonBackgroundDisabled } = semanticColors;
    expect(contrast(buttonTextDisabled, buttonBackgroundDisabled)).toBeGreaterThanOrEqual(4.5);
    expect(semanticColors.primaryButtonTextDisabled).toBe(buttonTextDisabled);
    expect(semanticColors.primaryButtonBackgroundDisabled).toBe(buttonBackgroundDisabled);
  });

  it('has no text below twelve pixels', () => {
    const sizes = Object.values(createPaneTheme(null, false).fonts).map(({ fontSize }) =>
      parseInt(String(fontSize), 10),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
  });

  it('the system decides where Office reports no colours', () => {
    expect(createPaneTheme(null, true).isInverted).toBe(true);
    expect(createPaneTheme(null, false).isInverted).toBe(false);
  });
});
