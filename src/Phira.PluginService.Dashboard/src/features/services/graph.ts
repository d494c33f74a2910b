import type { PluginLink } from '../../api/types';

export interface Box {
  name: string;
  x: number;
  y: number;
}

export interface Line {
  key: string;
  path: string;
  label: { x: number; y: number };
  link: PluginLink;
}

export interface Picture {
  width: number;
  height: number;
  boxes: Box[];
  lines: Line[];
}

export const boxWidth = 150;
export const boxHeight = 36;
const columnWidth = 280;
const rowHeight = 64;
const margin = 4;

/** What all services of a link together do. */
export function trafficOf(link: PluginLink) {
  const sum = (pick: (call: PluginLink['calls'][number]) => number) => link.calls.reduce((total, call) => total + pick(call), 0);
  return {
    calls: sum((call) => call.calls),
    errors: sum((call) => call.errors),
    callsPerSecond: sum((call) => call.callsPerSecond),
    errorsPerSecond: sum((call) => call.errorsPerSecond),
  };
}

/** Draws who uses whom from left to right: a plugin stands right of all that use it. Plugins that use one another share the lines back. */
export function draw(links: readonly PluginLink[]): Picture {
  const names = [...new Set(links.flatMap(({ from, to }) => [from, to]))].sort();
  const columns = new Map<string, number>();
  const columnOf = (name: string, path: readonly string[]): number => {
    const known = columns.get(name);
    if (known !== undefined) return known;
    const users = links.filter(({ from, to }) => to === name && !path.includes(from)).map(({ from }) => columnOf(from, [...path, name]));
    const column = users.length === 0 ? 0 : Math.max(...users) + 1;
    columns.set(name, column);
    return column;
  };
  const rows: number[] = [];
  const boxes = names.map((name) => {
    const column = columnOf(name, [name]);
    const row = rows[column] ?? 0;
    rows[column] = row + 1;
    return { name, x: margin + column * columnWidth, y: margin + row * rowHeight };
  });
  const place = new Map(boxes.map((box) => [box.name, box]));
  return {
    width: rows.length * columnWidth - (columnWidth - boxWidth) + 2 * margin,
    height: Math.max(0, ...rows) * rowHeight - (rowHeight - boxHeight) + 2 * margin,
    boxes,
    lines: links.map((link) => connect(link, place.get(link.from)!, place.get(link.to)!)),
  };
}

/** Where the label stands: past the boxes of the columns between, and before the lines to one box meet. */
function at(start: { x: number; y: number }, end: { x: number; y: number }) {
  const part = 0.7;
  const eased = part * part * (3 - 2 * part);
  return { x: start.x + (end.x - start.x) * (0.5 * part * (3 - 3 * part) + part ** 3), y: start.y + (end.y - start.y) * eased - 6 };
}

function connect(link: PluginLink, from: Box, to: Box): Line {
  const back = to.x <= from.x;
  const start = { x: back ? from.x : from.x + boxWidth, y: from.y + boxHeight / 2 };
  const end = { x: back ? to.x + boxWidth : to.x, y: to.y + boxHeight / 2 };
  const middle = (start.x + end.x) / 2;
  return {
    key: `${link.from} ${link.to}`,
    path: `M ${start.x} ${start.y} C ${middle} ${start.y}, ${middle} ${end.y}, ${end.x} ${end.y}`,
    label: at(start, end),
    link,
  };
}
