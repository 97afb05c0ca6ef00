// Line icons of the page's own, so that its signs look the same everywhere.

const PATHS = {
  thread: 'M4 5.5h12v8H9l-3.5 3v-3H4zM7 8.5h6M7 10.7h4',
  more: 'M5 10h.01M10 10h.01M15 10h.01',
  send: 'M3.5 4.5 17 10 3.5 15.5 5.5 10zM5.5 10H11',
  close: 'M5 5l10 10M15 5 5 15',
  up: 'M7 9v7H4V9zM7 9l3-5.5c1.4 0 2 1 1.7 2.3L11.2 8H15c1 0 1.6.9 1.3 1.8l-1.5 5c-.2.7-.8 1.2-1.6 1.2H7',
  down: 'M7 11V4H4v7zM7 11l3 5.5c1.4 0 2-1 1.7-2.3L11.2 12H15c1 0 1.6-.9 1.3-1.8l-1.5-5C14.6 4.5 14 4 13.2 4H7',
  bin: 'M4.5 6h11M8 6V4h4v2M6 6l.7 10h6.600L14 6M8.7 8.500v5M11.3 8.500v5',
  eye: 'M2.5 10s2.8-5 7.5-5 7.5 5 7.5 5-2.8 5-7.5 5-7.5-5-7.5-5zM10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  spark: 'M10 3l1.6 4.900L16.5 9.500l-4.9 1.600L10 16l-1.6-4.900L3.5 9.500l4.9-1.600z',
  clip: 'M14.500 9.500l-5 5a3 3 0 0 1-4.300-4.300l5.800-5.800a2 2 0 0 1 2.900 2.900l-5.700 5.700a1 1 0 0 1-1.500-1.400l4.800-4.800',
  file: 'M5.500 3h6l3.500 3.500V17h-9.500zM11.500 3v3.500H15',
  lock: 'M5.5 9h9v7h-9zM7.5 9V6.500a2.5 2.5 0 0 1 5 0V9',
};
const SVG = 'http://www.w3.org/2000/svg';

/** Draw an icon; it says nothing to screen readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}
