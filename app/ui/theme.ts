import { Button, createTheme, type MantineColorsTuple } from '@mantine/core';

// Index 6 carries white text at 6.4:1 (WCAG 2.2 AA).
const brand: MantineColorsTuple = [
  '#eef6f9',
  '#d9eaf0',
  '#b0d3df',
  '#82b9cb',
  '#5a9fb6',
  '#33849e',
  '#0f6680',
  '#0c566c',
  '#094759',
  '#063746',
];

const fonts = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", system-ui, -apple-system, "Segoe UI", sans-serif';

export const theme = createTheme({
  colors: { brand },
  primaryColor: 'brand',
  fontFamily: fonts,
  headings: { fontFamily: fonts, fontWeight: '600' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'md' } }),
  },
});
