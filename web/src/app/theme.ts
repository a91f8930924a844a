import {
  Button,
  createTheme,
  Menu,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

/** The ten steps of a scale of tokens.css. */
function scale(name: string): MantineColorsTuple {
  const steps = Array.from({ length: 10 }, (_, step) => `var(--qar-${name}-${step})`);
  return steps as unknown as MantineColorsTuple;
}

/** What Mantine paints with in the dark, from text to the page; the same values as in tokens.css. */
const darkScale: MantineColorsTuple = [
  '#edf0f6',
  '#b9c1d1',
  '#98a2b6',
  '#7d889d',
  '#3a4356',
  '#2b3240',
  '#1b202b',
  '#1b202b',
  '#161a23',
  '#12151d',
];

/** Mantine with the tokens: the numbers are in tokens.css, once. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontSizes: {
    xs: 'var(--text-xs)',
    sm: 'var(--text-sm)',
    md: 'var(--text-md)',
    lg: 'var(--text-lg)',
    xl: 'var(--text-xl)',
  },
  lineHeights: { xs: '1.3', sm: '1.4', md: '1.45', lg: '1.45', xl: '1.4' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: 'var(--h1)', lineHeight: 'var(--leading-tight)' },
      h2: { fontSize: 'var(--h2)', lineHeight: 'var(--leading-tight)' },
      h3: { fontSize: 'var(--h3)', lineHeight: '1.3' },
    },
  },
  spacing: {
    xs: 'var(--space-3)',
    sm: 'var(--space-4)',
    md: 'var(--space-5)',
    lg: 'var(--space-6)',
    xl: 'var(--space-7)',
  },
  radius: {
    xs: 'var(--radius-xs)',
    sm: 'var(--radius-sm)',
    md: 'var(--radius-md)',
    lg: 'var(--radius-lg)',
    xl: 'var(--radius-round)',
  },
  defaultRadius: 'sm',
  colors: {
    violet: scale('violet'),
    gray: scale('stone'),
    dark: darkScale,
    stone: scale('stone'),
    ink: scale('ink'),
    blue: scale('blue'),
    green: scale('green'),
    amber: scale('amber'),
    red: scale('red'),
  },
  primaryColor: 'violet',
  primaryShade: 6,
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: Button.extend({ defaultProps: { variant: 'default' } }),
    // Its focusable placeholder inside role="menu" is no menu item.
    Menu: Menu.extend({ defaultProps: { withInitialFocusPlaceholder: false } }),
  },
});

/** What Mantine's parts are painted with, in light and in dark: the semantic tokens change by themselves. */
export const variables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--card)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-2)',
    '--mantine-color-placeholder': 'var(--text-3)',
    '--mantine-color-anchor': 'var(--link)',
    '--mantine-color-error': 'var(--gap-fg)',
    '--mantine-color-default': 'var(--card)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line-control)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--text-3)',
    '--mantine-color-disabled-border': 'var(--line-2)',
    '--mantine-primary-color-filled': 'var(--action)',
    '--mantine-primary-color-filled-hover': 'var(--action-hover)',
    '--mantine-color-violet-filled': 'var(--action)',
    '--mantine-color-violet-filled-hover': 'var(--action-hover)',
    '--mantine-primary-color-contrast': 'var(--text-on-fill)',
  };
  return { variables: {}, light: both, dark: both };
};
