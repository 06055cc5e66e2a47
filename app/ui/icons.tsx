const shapes = {
  home: 'M4 11.5 12 5l8 6.5V20h-5.5v-5h-5v5H4z',
  search: 'M10.5 4a6.5 6.5 0 1 0 4.1 11.6l4.4 4.4 1.4-1.4-4.4-4.4A6.5 6.5 0 0 0 10.5 4zm0 2a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 20c0-3.6 3.4-6 7.5-6s7.5 2.4 7.5 6z',
  message: 'M4 5h16v12H9l-5 4z',
  down: 'M6.5 9 12 14.5 17.5 9l1.4 1.4L12 17.3 5.1 10.4z',
  menu: 'M4 6h16v2H4zm0 5h16v2H4zm0 5h16v2H4z',
  attention: 'M12 3 1.8 21h20.4zM11 10h2v5h-2zm0 6.5h2v2h-2z',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM11 7h2v2h-2zm0 4h2v6h-2z',
  done: 'M9.2 16.6 4.8 12.2l-1.4 1.4 5.8 5.8L20.8 7.8l-1.4-1.4z',
  up: 'M12 6.7 18.9 13.6 17.5 15 12 9.5 6.5 15l-1.4-1.4z',
  next: 'M9 5.1 15.9 12 9 18.9l-1.4-1.4L13.1 12 7.6 6.5z',
} as const;

export type IconName = keyof typeof shapes;

/** Decoration only: the words beside it carry the meaning. */
export const Icon = ({ name, size = '1.25em' }: { name: IconName; size?: string }) => (
  <svg viewBox="0 0 24 24" width={size} height={size} fill="currentColor" fillRule="evenodd" aria-hidden="true" focusable="false">
    <path d={shapes[name]} />
  </svg>
);
