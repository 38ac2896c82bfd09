import { createTheme, type ISemanticColors, type Theme } from 'office-ui-fabric-react/lib/Theme';
import type { OfficeColors } from '../../excel/start-office';

/** The product's green; contrast with white is 7.4 : 1. */
const BRAND_PALETTE = {
  themePrimary: '#0f5f57',
  themeLighterAlt: '#f2f8f7',
  themeLighter: '#cfe5e2',
  themeLight: '#a8cfca',
  themeTertiary: '#5ea39b',
  themeSecondary: '#1f7068',
  themeDarkAlt: '#0d564f',
  themeDark: '#0b4842',
  themeDarker: '#083531',
};

/** On a dark background the same green, lightened until it reads. */
const DARK_BRAND_PALETTE = {
  themePrimary: '#6fd0c5',
  themeLighterAlt: '#0a1413',
  themeLighter: '#12312e',
  themeLight: '#1d4a45',
  themeTertiary: '#46988f',
  themeSecondary: '#62bcb1',
  themeDarkAlt: '#7fd6cc',
  themeDark: '#95dfd6',
  themeDarker: '#b4eae3',
};

const DARK_NEUTRALS = {
  neutralLighterAlt: '#2b2b2b',
  neutralLighter: '#333333',
  neutralLight: '#414141',
  neutralQuaternaryAlt: '#4a4a4a',
  neutralQuaternary: '#515151',
  neutralTertiaryAlt: '#6f6f6f',
  neutralTertiary: '#c8c8c8',
  neutralSecondary: '#d0d0d0',
  neutralPrimaryAlt: '#dadada',
  neutralPrimary: '#ffffff',
  neutralDark: '#f4f4f4',
  black: '#f8f8f8',
};

/** From 0 for black to 255 for white. */
function getBrightness(color: string): number {
  const [red = 255, green = 255, blue = 255] = (color.match(/[0-9a-f]{2}/gi) ?? []).map((part) =>
    parseInt(part, 16),
  );
  return red * 0.299 + green * 0.587 + blue * 0.114;
}

const DARK_GREY = '#262626';
/** On a lighter grey than this the light green no longer reads (4.5 : 1). */
const MAX_DARK_BRIGHTNESS = 0x3a;

const MIN_FONT_SIZE = '12px';

/** What is disabled still reads (4.5 : 1), the same for every kind of button and field. */
const DISABLED = { text: '#59625f', surface: '#edf0f0', border: '#b9c4c3' };
const DARK_DISABLED = { text: '#c3c8c7', surface: '#363b3a', border: '#6d7574' };

function createDisabledColors({ text, surface, border }: typeof DISABLED): Partial<ISemanticColors> {
  return {
    buttonTextDisabled: text,
    primaryButtonTextDisabled: text,
    buttonBackgroundDisabled: surface,
    primaryButtonBackgroundDisabled: surface,
    buttonBorderDisabled: border,
    disabledText: text,
    disabledBodyText: text,
    disabledBodySubtext: text,
    disabledSubtext: text,
    disabledBackground: surface,
  };
}

/**
 * Fluent's theme in the product's colours over Office's background; where Office reports none, the system's
 * preference decides.
 */
export function createPaneTheme(colors: OfficeColors | null, prefersDark: boolean): Theme {
  const dark = colors ? getBrightness(colors.background) < 128 : prefersDark;
  const ground =
    colors && getBrightness(colors.background) <= MAX_DARK_BRIGHTNESS ? colors.background : DARK_GREY;
  return createTheme({
    isInverted: dark,
    defaultFontStyle: {
      fontFamily: "'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'Helvetica Neue', sans-serif",
    },
    // Fluent's hints have 10 pixels: too small for stacked diacritics.
    fonts: { tiny: { fontSize: MIN_FONT_SIZE }, xSmall: { fontSize: MIN_FONT_SIZE } },
    semanticColors: createDisabledColors(dark ? DARK_DISABLED : DISABLED),
    palette: dark
      ? { ...DARK_BRAND_PALETTE, ...DARK_NEUTRALS, white: ground }
      : { ...BRAND_PALETTE, neutralSecondary: '#4f5b5a', white: '#ffffff' },
  });
}
